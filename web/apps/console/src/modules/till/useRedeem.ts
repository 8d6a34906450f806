import { ref, shallowRef } from 'vue'
import { Refused, type Refusal } from '@shuke/kit'
import { useIntent } from '@shuke/api'
import * as calls from './calls'
import { useCart } from './useCart'

/** Enters a coupon's code or word; the coupon it stands for is chosen for this ticket. */
export function useRedeem() {
  const cart = useCart()
  const intent = useIntent()
  const refusal = shallowRef<Refusal | null>(null)
  const isBusy = ref(false)

  async function redeem(code: string): Promise<boolean> {
    if (isBusy.value) return false
    isBusy.value = true
    refusal.value = null
    const { memberId } = cart.cart
    try {
      const { coupon } = await calls.redeem(intent, { code, ...(memberId ? { memberId } : {}) })
      cart.pickCoupon(coupon.id, 'chosen')
      return true
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refusal.value = error.refusal
      return false
    } finally {
      isBusy.value = false
    }
  }

  return { redeem, refusal, isBusy, reset: () => (refusal.value = null) }
}
