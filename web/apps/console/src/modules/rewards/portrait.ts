import type { PortraitPanel } from '../members/portrait'

export default [
  { key: 'rewards', order: 7, permission: 'members_view', component: () => import('./RewardsPanel.vue') },
] satisfies PortraitPanel[]
