import { computed, ref, shallowRef } from 'vue'
import { defineStore } from 'pinia'
import { Refused, isUndecided, type Refusal } from '@shuke/kit'
import { useSession } from '../../session'
import * as calls from './calls'
import { noteOf, saleOf } from './cart'
import type { PaymentWish, Sale, SaleRequest, Shift } from './contract'
import { pendingSales } from './pending'
import { isOutOfReach } from './reach'
import { useCart } from './useCart'

export type DialogName =
  | 'line'
  | 'quick'
  | 'gifts'
  | 'coupons'
  | 'why'
  | 'orderDiscount'
  | 'note'
  | 'register'
  | 'topUp'
  | 'redeem'
  | 'hold'
  | 'resume'
  | 'refund'
  | 'openShift'
  | 'closeShift'
  | 'moveCash'
  | 'switch'
  | 'goods'
  | 'more'
  | 'payCash'
  | 'payStored'
  | 'payOther'
  | 'payMix'

/** What was just sold, until the next customer begins. */
export interface LastSale {
  sale: Sale
  payments: PaymentWish[]
  memberName: string | null
  printed: 'no' | 'yes' | Refusal
}

/** The desk around the cart: shift, dialogs, the sale that is being sent, the sale that was just made. */
export const useDesk = defineStore('till.desk', () => {
  const cart = useCart()
  const session = useSession()
  const shift = shallowRef<Shift | null>(null)
  const shiftKnown = ref(false)
  const dialog = ref<DialogName | null>(null)
  const held = ref(0)
  const last = shallowRef<LastSale | null>(null)
  const isPaying = ref(false)
  const payRefusal = shallowRef<Refusal | null>(null)
  const isWaiting = ref(false)
  const hasPrinter = ref(false)
  const hasRedemptions = ref(false)
  const offersRedemptions = computed(() => hasRedemptions.value && session.can('rewards_play'))
  const text = ref('')
  const till = localStorage.getItem('shuke.till.number') ?? '1'
  let pending = pendingSales('shuke.till.pending')

  const canPay = computed(() => !cart.isEmpty && shift.value !== null && !isPaying.value && !isWaiting.value)

  /** Everything the till needs to begin; what fails stays away and is tried again when it is used. */
  async function open(storeId: string): Promise<void> {
    pending = pendingSales(`shuke.till.pending.${storeId}`)
    isWaiting.value = pending.waiting !== null
    cart.open(storeId)
    await Promise.allSettled([loadShift(), countHolds(), lookForPrinter(), lookForRedemptions()])
    if (isWaiting.value) await askAgain()
  }

  async function findShift() {
    shift.value = (await calls.openShift(till)).shift
    shiftKnown.value = true
  }

  async function loadShift() {
    try {
      await findShift()
      cart.isOnline = true
      if (!shift.value) dialog.value = 'openShift'
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      cart.isOnline = !isOutOfReach(error.refusal)
      payRefusal.value = error.refusal
    }
  }

  async function countHolds() {
    held.value = (await calls.holds()).items.length
  }

  async function lookForPrinter() {
    hasPrinter.value = (await calls.printers()).items.some((printer) => printer.printsReceipts)
  }

  /** A shop that gives nothing for points is not told of it at every member. */
  async function lookForRedemptions() {
    hasRedemptions.value = session.can('rewards_play') && (await calls.redemptions()).some((one) => one.active)
  }

  /** Pays what is in the cart now; the price is asked once more if it is not the one on the screen. */
  async function pay(payments: PaymentWish[]): Promise<boolean> {
    if (!canPay.value || !shift.value) return false
    isPaying.value = true
    payRefusal.value = null
    const quote = await cart.freshQuote()
    if (!quote) {
      isPaying.value = false
      payRefusal.value = cart.refusal
      return false
    }
    const note = noteOf(cart.cart)
    return send({
      shiftId: shift.value.id,
      cart: saleOf(cart.cart, quote),
      payments: quote.due === 0 ? [] : payments,
      expectedDue: quote.due,
      ...(note ? { note } : {}),
    })
  }

  async function send(body: SaleRequest): Promise<boolean> {
    const intent = pending.begin(body)
    try {
      finish(await calls.sell(intent, body), body.payments)
      return true
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      payRefusal.value = error.refusal
      isWaiting.value = isUndecided(error.refusal)
      cart.isOnline = !isOutOfReach(error.refusal)
      if (isWaiting.value) dialog.value = null
      if (error.refusal.code === 'price_changed') cart.changed()
      if (['no_open_shift', 'shift_closed'].includes(error.refusal.code)) void loadShift()
      return false
    } finally {
      isPaying.value = false
    }
  }

  /** The answer to a sale went missing: the same key asks what became of it. */
  async function askAgain() {
    const sale = pending.again()
    if (!sale || isPaying.value) return
    isPaying.value = true
    await send(sale.body)
  }

  function finish(sale: Sale, payments: PaymentWish[]) {
    last.value = { sale, payments, memberName: cart.member?.name ?? null, printed: 'no' }
    isWaiting.value = false
    cart.isOnline = true
    dialog.value = null
    text.value = ''
    cart.clear()
    if (hasPrinter.value) void print()
  }

  /** The drawer opens for cash, and only with the first receipt. */
  const opensDrawer = ({ payments, printed }: LastSale) =>
    printed === 'no' && payments.some((each) => each.tender === 'cash')

  async function print() {
    const sold = last.value
    if (!sold) return
    try {
      await calls.printOrder(sold.sale.orderId, opensDrawer(sold))
      last.value = { ...sold, printed: 'yes' }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      last.value = { ...sold, printed: error.refusal }
    }
  }

  /** The first thing done for the next customer puts the last ticket away. */
  function next() {
    last.value = null
  }

  function show(name: DialogName | null) {
    payRefusal.value = null
    dialog.value = name
    // Nobody is paying any more: the price is again the one without a word about how.
    if (name === null) cart.payWith(null)
  }

  return {
    shift,
    shiftKnown,
    dialog,
    held,
    last,
    isPaying,
    payRefusal,
    isWaiting,
    hasPrinter,
    offersRedemptions,
    text,
    till,
    canPay,
    open,
    findShift,
    loadShift,
    countHolds,
    lookForRedemptions,
    pay,
    askAgain,
    print,
    next,
    show,
  }
})
