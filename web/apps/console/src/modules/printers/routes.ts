import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/settings/printers',
    component: () => import('./PrintersPage.vue'),
    meta: { title: { zh: '打印机', en: 'Printers' }, permission: 'settings_edit', nav: 'settings', order: 20 },
  },
] satisfies RouteRecordRaw[]
