import type { RouteRecordRaw } from 'vue-router'

const words = ['promotions', 'conditions', 'members']
const permission = 'coupons_view'

export default [
  {
    path: '/coupons',
    component: () => import('./TemplatesPage.vue'),
    meta: { title: { zh: '优惠券', en: 'Coupons' }, permission, nav: 'marketing', order: 3, words },
  },
  {
    path: '/coupons/batches',
    component: () => import('./BatchesPage.vue'),
    meta: { title: { zh: '发券记录', en: 'Coupon batches' }, permission, words },
  },
  {
    path: '/coupons/words',
    component: () => import('./WordsPage.vue'),
    meta: { title: { zh: '口令', en: 'Shared codes' }, permission, words },
  },
  {
    path: '/coupons/pages',
    component: () => import('./PagesPage.vue'),
    meta: { title: { zh: '领券页', en: 'Claim pages' }, permission, words },
  },
  {
    path: '/coupons/packs',
    component: () => import('./PacksPage.vue'),
    meta: { title: { zh: '券包', en: 'Coupon packs' }, permission, words },
  },
  {
    path: '/claim/:shop/:code',
    component: () => import('./ClaimPage.vue'),
    props: { kind: 'claims' },
    meta: { title: { zh: '领券', en: 'Claim a coupon' }, isPublic: true, layout: 'bare' },
  },
  {
    path: '/gift/:shop/:code',
    component: () => import('./ClaimPage.vue'),
    props: { kind: 'gifts' },
    meta: { title: { zh: '收下礼物', en: 'A gift for you' }, isPublic: true, layout: 'bare' },
  },
] satisfies RouteRecordRaw[]
