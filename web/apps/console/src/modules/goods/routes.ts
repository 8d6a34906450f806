import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/goods',
    component: () => import('./GoodsPage.vue'),
    meta: { title: { zh: '商品列表', en: 'Goods' }, permission: 'goods_view', nav: 'goods', order: 1 },
  },
  {
    path: '/goods/categories',
    component: () => import('./CategoriesPage.vue'),
    meta: { title: { zh: '商品分类', en: 'Categories' }, permission: 'goods_view', nav: 'goods', order: 2 },
  },
  {
    path: '/goods/prices',
    component: () => import('./SchedulesPage.vue'),
    meta: {
      title: { zh: '定时调价', en: 'Price changes' },
      permission: 'goods_view',
      nav: 'goods',
      order: 2,
      words: ['promotions'],
    },
  },
  {
    path: '/goods/import',
    component: () => import('./ImportsPage.vue'),
    meta: { title: { zh: '导入商品', en: 'Import goods' }, permission: 'goods_import', nav: 'goods', order: 3 },
  },
  {
    path: '/goods/import/:id',
    component: () => import('./ImportPage.vue'),
    meta: { title: { zh: '导入商品', en: 'Import goods' }, permission: 'goods_import' },
  },
] satisfies RouteRecordRaw[]
