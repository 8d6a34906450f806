import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/shifts',
    component: () => import('./ShiftsPage.vue'),
    meta: { title: { zh: '班次', en: 'Shifts' }, permission: 'shifts_view', nav: 'till', order: 3, words: ['till'] },
  },
] satisfies RouteRecordRaw[]
