import { computed, readonly, ref, shallowRef } from 'vue'
import { refusalIn, type Refusal } from '@shuke/kit'

export type ActionState = 'idle' | 'busy' | 'done' | 'refused'

/** One thing a button does: busy while it runs (a second press is ignored), then done or refused with the reason. */
export function useAction<A extends unknown[], R>(work: (...args: A) => Promise<R>) {
  const state = ref<ActionState>('idle')
  const refusal = shallowRef<Refusal | null>(null)

  async function run(...args: A): Promise<R | undefined> {
    if (state.value === 'busy') return undefined
    state.value = 'busy'
    refusal.value = null
    try {
      const result = await work(...args)
      state.value = 'done'
      return result
    } catch (error) {
      state.value = 'refused'
      refusal.value = refusalIn(error)
      return undefined
    }
  }

  function reset() {
    state.value = 'idle'
    refusal.value = null
  }

  return { state: readonly(state), refusal: computed(() => refusal.value), run, reset }
}
