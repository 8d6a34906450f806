import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/members',
    component: () => import('./MembersPage.vue'),
    meta: { title: { zh: '会员', en: 'Members' }, permission: 'members_view', nav: 'members', order: 1 },
  },
  {
    path: '/members/cards',
    component: () => import('./CardsPage.vue'),
    meta: { title: { zh: '会员卡', en: 'Cards' }, permission: 'cards_manage', nav: 'members', order: 30 },
  },
  {
    path: '/members/setup',
    component: () => import('./SetupPage.vue'),
    meta: {
      title: { zh: '资料项与标签', en: 'Fields and tags' },
      permission: 'members_edit',
      nav: 'members',
      order: 40,
    },
  },
  {
    path: '/members/merges',
    component: () => import('./MergesPage.vue'),
    meta: { title: { zh: '合并记录', en: 'Merges' }, permission: 'members_merge', nav: 'members', order: 50 },
  },
  {
    path: '/members/:id(\\d+)',
    component: () => import('./MemberPage.vue'),
    meta: { title: { zh: '会员画像', en: 'Member' }, permission: 'members_view' },
  },
  {
    path: '/members/:id(\\d+)/merge',
    component: () => import('./MergePage.vue'),
    meta: { title: { zh: '合并会员', en: 'Merge members' }, permission: 'members_merge' },
  },
] satisfies RouteRecordRaw[]
