import { computed, reactive } from 'vue'
import { api, read } from '@shuke/api'

/** Names and prices of products by id, asked once and kept: forms hold ids, people read names. */
export interface Named {
  name: string
  price: number
}
const known = reactive(new Map<string, Named | null>())
/** Enough for what a screen shows; the rest is counted. */
const shownMax = 40

export const remember = (id: string, named: Named) => known.set(id, named)

export function useGoodsNames() {
  function want(ids: readonly string[]) {
    for (const id of ids.slice(0, shownMax))
      if (!known.has(id)) {
        known.set(id, null)
        read(api.GET('/api/goods/{id}', { params: { path: { id } } }))
          .then((goods) => known.set(id, { name: goods.name, price: goods.price ?? 0 }))
          .catch(() => known.delete(id))
      }
  }
  const nameOf = computed(() => (id: string) => known.get(id)?.name ?? '…')
  const priceOf = computed(() => (id: string) => known.get(id)?.price ?? null)
  return { want, nameOf, priceOf }
}
