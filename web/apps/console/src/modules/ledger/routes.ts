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
    path: '/marketing/gifts',
    component: () => import('./GiftsPage.vue'),
    meta: { title: { zh: '礼品卡与赠送', en: 'Gift cards' }, permission: 'till_top_up', nav: 'marketing', order: 25 },
  },
  {
    path: '/marketing/clearing',
    component: () => import('./ClearingPage.vue'),
    meta: { title: { zh: '积分清零', en: 'Points clearing' }, permission: 'plans_edit', nav: 'marketing', order: 90 },
  },
  {
    path: '/data/ledger',
    component: () => import('./LedgerPage.vue'),
    meta: { title: { zh: '账本核对', en: 'Ledger' }, permission: 'ledger_view', nav: 'data', order: 90 },
  },
] satisfies RouteRecordRaw[]
