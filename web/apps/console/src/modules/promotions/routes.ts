import type { RouteRecordRaw } from 'vue-router'

const words = ['conditions', 'members']

export default [
  {
    path: '/promotions',
    component: () => import('./PromotionsPage.vue'),
    meta: { title: { zh: '促销', en: 'Promotions' }, permission: 'promotions_view', nav: 'marketing', order: 1, words },
  },
  {
    path: '/promotions/calendar',
    component: () => import('./CalendarPage.vue'),
    meta: {
      title: { zh: '促销日历', en: 'Promotion calendar' },
      permission: 'promotions_view',
      nav: 'marketing',
      order: 2,
      words,
    },
  },
] satisfies RouteRecordRaw[]
