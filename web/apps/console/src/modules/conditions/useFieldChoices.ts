import { computed } from 'vue'
import { api, read } from '@shuke/api'
import { useLoad } from '@shuke/ui'
import type { FieldView } from './clause'

export interface Option {
  code: string
  name: string
}

/** How a till takes money, as the cart names it. */
export const payMethods = ['cash', 'wechat', 'alipay', 'bank_card', 'stored_value', 'other'] as const

const quiet = <T>(call: Promise<T[]>): Promise<T[]> => call.catch(() => [])

/** The things conditions point at by id. What a person may not see is simply not offered. */
export function useFieldChoices(words: (key: string) => string) {
  const found = useLoad(async () => {
    const [stores, tiers, tags, categories] = await Promise.all([
      quiet(read(api.GET('/api/stores')).then((all) => all.map(({ id, store }) => ({ id, name: store.name })))),
      quiet(read(api.GET('/api/tiers'))),
      quiet(read(api.GET('/api/members/tags')).then((page) => page.items)),
      quiet(read(api.GET('/api/categories')).then((page) => page.items)),
    ])
    const named = (list: { id?: string | null; name: string }[]): Option[] =>
      list.filter((one) => one.id).map((one) => ({ code: one.id!, name: one.name }))
    return {
      store: named(stores),
      home_store: named(stores),
      tier: named(tiers),
      tags: named(tags),
      event_categories: named(categories),
    } as Record<string, Option[]>
  })
  const pay = payMethods.map((code) => ({ code, name: words(`conditions.pay.${code}`) }))
  return computed(() => (field: FieldView): Option[] => {
    if (field.choices) return field.choices
    return field.code === 'payment_method' ? pay : (found.data.value?.[field.code] ?? [])
  })
}
