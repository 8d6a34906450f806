import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/login',
    component: () => import('./LoginPage.vue'),
    meta: { title: { zh: '登录', en: 'Sign in' }, layout: 'bare', isPublic: true },
  },
  {
    path: '/start',
    component: () => import('./FirstRunPage.vue'),
    meta: { title: { zh: '开店', en: 'First run' }, layout: 'bare', isPublic: true },
  },
  {
    path: '/opened',
    component: () => import('./OpenedPage.vue'),
    meta: { title: { zh: '开张了', en: 'Open' }, layout: 'bare' },
  },
  {
    path: '/account',
    component: () => import('./AccountPage.vue'),
    meta: { title: { zh: '我的账号', en: 'My account' } },
  },
  {
    path: '/stores',
    component: () => import('./StoresPage.vue'),
    meta: { title: { zh: '门店', en: 'Stores' }, permission: 'stores_edit', nav: 'stores', order: 1 },
  },
  {
    path: '/staff',
    component: () => import('./StaffPage.vue'),
    meta: { title: { zh: '员工', en: 'Staff' }, permission: 'staff_edit', nav: 'stores', order: 2 },
  },
  {
    path: '/roles',
    component: () => import('./RolesPage.vue'),
    meta: { title: { zh: '角色与权限', en: 'Roles' }, permission: 'roles_edit', nav: 'stores', order: 3 },
  },
  {
    path: '/settings',
    component: () => import('./SettingsPage.vue'),
    meta: { title: { zh: '店铺设置', en: 'Shop settings' }, permission: 'settings_edit', nav: 'settings', order: 1 },
  },
  {
    path: '/audit',
    component: () => import('./AuditPage.vue'),
    meta: { title: { zh: '操作日志', en: 'Audit log' }, permission: 'audit_view', nav: 'settings', order: 20 },
  },
] satisfies RouteRecordRaw[]
