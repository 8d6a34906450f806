import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/orders',
    component: () => import('./OrdersPage.vue'),
    meta: { title: { zh: '小票', en: 'Tickets' }, permission: 'orders_view', nav: 'till', order: 2, words: ['till'] },
  },
] satisfies RouteRecordRaw[]
