import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/tiers',
    component: () => import('./TiersPage.vue'),
    meta: { title: { zh: '会员等级', en: 'Tiers' }, permission: 'tiers_view', nav: 'members', order: 10 },
  },
] satisfies RouteRecordRaw[]
