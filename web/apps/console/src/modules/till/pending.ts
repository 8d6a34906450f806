import { newKey } from '@shuke/kit'
import type { Intent } from '@shuke/api'
import { keep, kept } from './keep'
import type { SaleRequest } from './contract'

/** A sale that was sent and may have happened: the same key with the same content asks again, and charges once. */
export interface PendingSale {
  key: string
  body: SaleRequest
}

/**
 * The intent of the sale in hand. It is written down before it is sent and forgotten with the definite answer, so a
 * reload in between asks again with the very same key.
 */
export function pendingSales(place: string) {
  let current = kept<PendingSale>(place)

  function begin(body: SaleRequest): Intent {
    current ??= { key: newKey(), body }
    keep(place, current)
    return intent(current)
  }

  function intent({ key }: PendingSale): Intent {
    return { key, settle }
  }

  function settle() {
    current = null
    keep(place, null)
  }

  return {
    get waiting() {
      return current
    },
    begin,
    again: () => (current ? { intent: intent(current), body: current.body } : null),
  }
}
