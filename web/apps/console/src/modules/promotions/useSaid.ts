import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { api, read, type Schema } from '@shuke/api'
import type { PromotionForm } from './promotion'

const afterMs = 150

/** The sentence of what is being written and what is wrong with it, a moment after each change; the newest answer counts. */
export function useSaid(body: Readonly<Ref<PromotionForm>>, isReady: Readonly<Ref<boolean>>) {
  const said = shallowRef<Schema<'TryPromotionExplained'> | null>(null)
  let round = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    () => (isReady.value ? JSON.stringify({ ...body.value, name: 'x' }) : ''),
    (text) => {
      clearTimeout(timer)
      if (text)
        timer = setTimeout(async () => {
          const mine = ++round
          const form = { ...body.value, name: body.value.name || '…' }
          const answer = await read(api.POST('/api/promotions/explain', { body: form })).catch(() => null)
          if (mine === round && answer) said.value = answer
        }, afterMs)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return said
}
