import { computed, onScopeDispose, readonly, ref, shallowRef, watch, type WatchSource } from 'vue'
import { refusalIn, type Refusal } from '@shuke/kit'

const skeletonAfterMs = 300

/** Loads once and again whenever a source changes. `slow` turns true after 300 ms: that is when a skeleton helps. */
export function useLoad<T>(load: () => Promise<T>, ...sources: WatchSource[]) {
  const data = shallowRef<T | null>(null)
  const refusal = shallowRef<Refusal | null>(null)
  const slow = ref(false)
  let round = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function reload(): Promise<void> {
    const mine = ++round
    clearTimeout(timer)
    timer = setTimeout(() => (slow.value = mine === round), skeletonAfterMs)
    try {
      const loaded = await load()
      if (mine !== round) return
      data.value = loaded
      refusal.value = null
    } catch (error) {
      if (mine === round) refusal.value = refusalIn(error)
    } finally {
      if (mine === round) {
        clearTimeout(timer)
        slow.value = false
      }
    }
  }

  if (sources.length > 0) watch(sources, () => void reload())
  onScopeDispose(() => {
    round++
    clearTimeout(timer)
  })
  void reload()

  return { data, refusal: computed(() => refusal.value), slow: readonly(slow), reload }
}
