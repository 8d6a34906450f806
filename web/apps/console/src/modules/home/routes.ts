import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/',
    component: () => import('./HomePage.vue'),
    meta: { title: { zh: '首页', en: 'Home' } },
  },
  {
    path: '/forbidden',
    component: () => import('./ForbiddenPage.vue'),
    meta: { title: { zh: '没有权限', en: 'Not permitted' } },
  },
] satisfies RouteRecordRaw[]
