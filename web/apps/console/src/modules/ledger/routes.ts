import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/marketing/topups',
    component: () => import('./PlansPage.vue'),
    meta: {
      title: { zh: '充值与集点', en: 'Top-ups and punch cards' },
      permission: 'plans_edit',
      nav: 'marketing',
      order: 10,
    },
  },
  {
    path: '/data/ledger',
    component: () => import('./LedgerPage.vue'),
    meta: { title: { zh: '账本核对', en: 'Ledger' }, permission: 'ledger_view', nav: 'data', order: 90 },
  },
] satisfies RouteRecordRaw[]
