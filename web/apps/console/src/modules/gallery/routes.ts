import type { RouteRecordRaw } from 'vue-router'

/** All shared components on one page, to look at while building; it does not exist in a built console. */
const pages: RouteRecordRaw[] = [
  {
    path: '/gallery',
    component: () => import('./GalleryPage.vue'),
    meta: { title: { zh: '组件', en: 'Components' }, layout: 'bare', isPublic: true },
  },
]

export default import.meta.env.DEV ? pages : []
