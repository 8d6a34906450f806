import { computed, onScopeDispose, readonly, ref, shallowRef } from 'vue'
import { refusalIn, type Page, type Refusal } from '@shuke/kit'

export type LoadPage<T> = (cursor: string | null) => Promise<Page<T>>

const skeletonAfterMs = 300

/** Keyset paging with a way back: the cursors of the pages already seen are kept, so no page is counted by offset. */
export function usePages<T>(load: LoadPage<T>) {
  const items = shallowRef<T[]>([])
  const total = ref(0)
  const nextCursor = ref<string | null>(null)
  const cursors = ref<(string | null)[]>([null])
  const starts = ref<number[]>([0])
  const refusal = shallowRef<Refusal | null>(null)
  const slow = ref(false)
  const loaded = ref(false)
  let round = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function fetchPage(trail: (string | null)[], from: number[]): Promise<void> {
    const mine = ++round
    clearTimeout(timer)
    timer = setTimeout(() => (slow.value = mine === round), skeletonAfterMs)
    try {
      const page = await load(trail.at(-1) ?? null)
      if (mine !== round) return
      items.value = page.items
      total.value = page.total
      nextCursor.value = page.next
      cursors.value = trail
      starts.value = from
      refusal.value = null
      loaded.value = true
    } catch (error) {
      if (mine === round) refusal.value = refusalIn(error)
    } finally {
      if (mine === round) {
        clearTimeout(timer)
        slow.value = false
      }
    }
  }

  const first = () => fetchPage([null], [0])
  const reload = () => fetchPage(cursors.value, starts.value)
  const next = () =>
    fetchPage([...cursors.value, nextCursor.value], [...starts.value, start.value + items.value.length])
  const previous = () => fetchPage(cursors.value.slice(0, -1), starts.value.slice(0, -1))
  const start = computed(() => starts.value.at(-1) ?? 0)

  onScopeDispose(() => {
    round++
    clearTimeout(timer)
  })

  return {
    items,
    total: readonly(total),
    refusal,
    slow: readonly(slow),
    loaded: readonly(loaded),
    start,
    hasNext: computed(() => nextCursor.value !== null),
    hasPrevious: computed(() => cursors.value.length > 1),
    first,
    next,
    previous,
    reload,
  }
}
