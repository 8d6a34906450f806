import { computed } from 'vue'
import { useLoad } from '@shuke/ui'
import { loadCategories, type Category } from '../goods/goods'

let asked: Promise<Category[]> | null = null

/** The categories, asked once for all the pickers of a page. */
export function useCategories() {
  const { data } = useLoad(() => (asked ??= loadCategories().catch(() => [])))
  setTimeout(() => (asked = null), 30_000)
  return computed(() => data.value ?? [])
}
