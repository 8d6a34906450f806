export default [{ key: 'coupons', order: 3, permission: 'members_view', component: () => import('./CouponsPanel.vue') }]
