import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/members/policy',
    component: () => import('./PolicyPage.vue'),
    meta: { title: { zh: '会员章程', en: 'Membership policy' }, nav: 'members', order: 20 },
  },
  {
    path: '/data/benefits',
    component: () => import('./BenefitsPage.vue'),
    meta: {
      title: { zh: '权益使用', en: 'Use of benefits' },
      permission: 'tiers_view',
      nav: 'data',
      order: 20,
      words: ['tiers'],
    },
  },
] satisfies RouteRecordRaw[]
