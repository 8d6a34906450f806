import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/login',
    component: () => import('./LoginPage.vue'),
    meta: { title: { zh: '登录', en: 'Sign in' }, layout: 'bare', isPublic: true },
  },
  {
    path: '/start',
    component: () => import('./FirstRunPage.vue'),
    meta: { title: { zh: '开店', en: 'First run' }, layout: 'bare', isPublic: true },
  },
] satisfies RouteRecordRaw[]
