import type { PortraitPanel } from '../members/portrait'

export default [
  { key: 'rewards', order: 7, permission: 'members_view', component: () => import('./RewardsPanel.vue') },
  { key: 'redeem', order: 6, permission: 'rewards_play', component: () => import('./RedeemPanel.vue') },
] satisfies PortraitPanel[]
