import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/rewards',
    component: () => import('./RewardsPage.vue'),
    meta: {
      title: { zh: '奖励规则', en: 'Rewards' },
      permission: 'rewards_view',
      nav: 'marketing',
      order: 20,
      words: ['members', 'conditions'],
    },
  },
  {
    path: '/rewards/review',
    component: () => import('./ReviewPage.vue'),
    meta: { title: { zh: '奖励审核', en: 'Review' }, permission: 'rewards_review', nav: 'marketing', order: 21 },
  },
  {
    path: '/rewards/redemptions',
    component: () => import('./RedemptionsPage.vue'),
    meta: { title: { zh: '积分兑换', en: 'Redeem points' }, permission: 'rewards_view', nav: 'marketing', order: 19 },
  },
  {
    path: '/rewards/draws',
    component: () => import('./DrawsPage.vue'),
    meta: { title: { zh: '抽奖', en: 'Draws' }, permission: 'rewards_view', nav: 'marketing', order: 22 },
  },
  {
    path: '/rewards/tasks',
    component: () => import('./TasksPage.vue'),
    meta: { title: { zh: '任务', en: 'Tasks' }, permission: 'rewards_view', nav: 'marketing', order: 23 },
  },
  {
    path: '/rewards/check-in',
    component: () => import('./CheckInPage.vue'),
    meta: { title: { zh: '签到', en: 'Check-in' }, permission: 'rewards_view', nav: 'marketing', order: 24 },
  },
] satisfies RouteRecordRaw[]
