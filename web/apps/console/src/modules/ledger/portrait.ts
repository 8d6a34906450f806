export default [
  { key: 'value', order: 1, permission: 'members_view', component: () => import('./ValuePanel.vue') },
  { key: 'statement', order: 8, permission: 'members_view', component: () => import('./StatementPanel.vue') },
]
