import type { RouteRecordRaw } from 'vue-router'
import type { Text } from './i18n'
import { moduleRoutes } from './modules'

export type NavWord = 'till' | 'members' | 'marketing' | 'goods' | 'stock' | 'mall' | 'data' | 'stores' | 'settings'

/** The navigation in the words of a shop, in this order. A word without a page the person may see is not shown. */
const words: Record<NavWord, Text> = {
  till: { zh: '收银', en: 'Till' },
  members: { zh: '会员', en: 'Members' },
  marketing: { zh: '营销', en: 'Marketing' },
  goods: { zh: '商品', en: 'Goods' },
  stock: { zh: '库存', en: 'Stock' },
  mall: { zh: '商城', en: 'Mall' },
  data: { zh: '数据', en: 'Data' },
  stores: { zh: '门店', en: 'Stores' },
  settings: { zh: '设置', en: 'Settings' },
}

export interface NavPage {
  path: string
  title: Text
}

export interface NavGroup {
  word: NavWord
  title: Text
  pages: NavPage[]
}

export function navFor(can: (permission?: string) => boolean): NavGroup[] {
  const isShown = (route: RouteRecordRaw) => route.meta?.title !== undefined && can(route.meta.permission)
  return (Object.keys(words) as NavWord[])
    .map((word) => ({
      word,
      title: words[word],
      pages: moduleRoutes
        .filter((route) => route.meta?.nav === word && isShown(route))
        .sort((a, b) => (a.meta?.order ?? 10) - (b.meta?.order ?? 10))
        .map((route) => ({ path: route.path, title: route.meta!.title! })),
    }))
    .filter((group) => group.pages.length > 0)
}
