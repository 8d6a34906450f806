export default [
  { key: 'value', order: 1, permission: 'members_view', component: () => import('./ValuePanel.vue') },
  { key: 'times', order: 7, permission: 'till_sell', component: () => import('./TimesPanel.vue') },
  { key: 'statement', order: 8, permission: 'members_view', component: () => import('./StatementPanel.vue') },
]
