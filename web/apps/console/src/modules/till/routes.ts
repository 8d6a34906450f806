import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/till',
    component: () => import('./TillPage.vue'),
    meta: {
      title: { zh: '收银台', en: 'Till' },
      permission: 'till_sell',
      nav: 'till',
      order: 1,
      layout: 'bare',
    },
  },
] satisfies RouteRecordRaw[]
