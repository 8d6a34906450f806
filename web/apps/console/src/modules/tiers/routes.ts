import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/tiers',
    component: () => import('./TiersPage.vue'),
    meta: { title: { zh: '会员等级', en: 'Tiers' }, permission: 'tiers_view', nav: 'members', order: 10 },
  },
  {
    path: '/marketing/memberships',
    component: () => import('./MembershipsPage.vue'),
    meta: { title: { zh: '付费会员', en: 'Memberships' }, permission: 'plans_edit', nav: 'marketing', order: 20 },
  },
] satisfies RouteRecordRaw[]
