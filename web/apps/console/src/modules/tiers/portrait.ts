import type { PortraitPanel } from '../members/portrait'

export default [
  { key: 'tier', order: 5, permission: 'members_view', component: () => import('./TierPanel.vue') },
] satisfies PortraitPanel[]
