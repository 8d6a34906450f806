import type { PortraitPanel } from '../members/portrait'

export default [
  { key: 'tier', order: 5, permission: 'members_view', component: () => import('./TierPanel.vue') },
  { key: 'memberships', order: 6, permission: 'members_view', component: () => import('./MembershipPanel.vue') },
] satisfies PortraitPanel[]
