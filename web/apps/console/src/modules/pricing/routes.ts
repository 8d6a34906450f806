import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/settings/points',
    component: () => import('./PointsPage.vue'),
    meta: {
      title: { zh: '积分与优惠规则', en: 'Points and discounts' },
      permission: 'plans_edit',
      nav: 'settings',
      order: 3,
      words: ['ledger'],
    },
  },
] satisfies RouteRecordRaw[]
