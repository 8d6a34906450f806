import { computed, ref, shallowRef } from 'vue'
import { defineStore } from 'pinia'
import { Refused, isUndecided, type Refusal } from '@shuke/kit'
import * as calls from './calls'
import * as carts from './cart'
import type { CartRequest, FreeItemRequest, Goods, ManualDiscount, CouponPick, Quote, TillMember } from './contract'
import { keep, kept } from './keep'
import { isOutOfReach } from './reach'

/** Long enough to swallow the keys of one quantity, short enough not to be felt. */
const quoteAfterMs = 15
const quoteAgainMs = 4000

/** The cart in hand: every change asks the server for the new price; an older question is dropped. */
export const useCart = defineStore('till.cart', () => {
  const cart = ref<carts.Cart>(carts.emptyCart())
  const quote = shallowRef<Quote | null>(null)
  const member = shallowRef<TillMember | null>(null)
  /** How many coupons the member can use, whatever is in the cart; null while nobody knows. */
  const coupons = ref<number | null>(null)
  const refusal = shallowRef<Refusal | null>(null)
  const selected = ref<number | null>(null)
  const isOnline = ref(true)
  const revision = ref(0)
  const quoted = ref(0)
  let place = ''
  let asking: AbortController | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: ((quote: Quote | null) => void)[] = []

  const isEmpty = computed(() => cart.value.lines.length === 0)
  /** The figures on the screen are those of the cart on the screen. */
  const isFresh = computed(() => quoted.value === revision.value && refusal.value === null)
  const quotedLines = computed(() => new Map(quote.value?.lines.map((line) => [line.lineNo, line]) ?? []))

  /** Takes up the cart of this store where it was left, even after a reload. */
  function open(storeId: string) {
    place = `shuke.till.cart.${storeId}`
    cart.value = { ...carts.emptyCart(), ...kept<carts.Cart>(place), paymentMethod: null }
    selected.value = cart.value.lines.at(-1)?.lineNo ?? null
    if (cart.value.memberId) void loadMember(cart.value.memberId)
    changed()
  }

  function changed() {
    revision.value++
    keep(place, isEmpty.value && !cart.value.memberId ? null : cart.value)
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), quoteAfterMs)
  }

  async function ask() {
    const mine = revision.value
    asking?.abort()
    asking = new AbortController()
    try {
      if (isEmpty.value) answer(mine, null)
      else answer(mine, await calls.quote(carts.requestOf(cart.value), asking.signal))
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return
      if (!(error instanceof Refused)) throw error
      refused(mine, error.refusal)
    }
  }

  function answer(mine: number, given: Quote | null) {
    if (mine !== revision.value) return
    if (given) isOnline.value = true
    quote.value = given
    quoted.value = mine
    refusal.value = null
    if (given) adoptNames(given)
    tell(given)
  }

  function refused(mine: number, reason: Refusal) {
    if (mine !== revision.value) return
    if (isUndecided(reason)) {
      isOnline.value = !isOutOfReach(reason)
      timer = setTimeout(() => void ask(), quoteAgainMs)
    } else {
      refusal.value = reason
    }
    tell(null)
  }

  function tell(given: Quote | null) {
    waiting.forEach((done) => done(given))
    waiting = []
  }

  /** A resumed cart knows ids alone; the quote brings the words back. */
  function adoptNames(given: Quote) {
    const known = new Map(given.lines.map((line) => [line.lineNo, line]))
    for (const line of cart.value.lines) {
      const found = known.get(line.lineNo)
      if (found && line.name === '')
        Object.assign(line, { name: found.name, unit: found.unit, unitPrice: found.unitPrice })
    }
  }

  /** The price of exactly what is in the cart now; null when the server cannot say. */
  function freshQuote(): Promise<Quote | null> {
    if (isFresh.value) return Promise.resolve(quote.value)
    return new Promise((done) => waiting.push(done))
  }

  function change(act: () => void) {
    act()
    changed()
  }

  function add(goods: Goods, quantity: number) {
    change(() => (selected.value = carts.addGoods(cart.value, goods, quantity).lineNo))
  }

  function addQuickSale(name: string, fen: number, quantity?: number) {
    change(() => (selected.value = carts.addQuickSale(cart.value, name, fen, quantity).lineNo))
  }

  function setQuantity(lineNo: number, quantity: number) {
    change(() => carts.setQuantity(cart.value, lineNo, quantity))
    keepSelection()
  }

  function step(lineNo: number, by: number) {
    const line = cart.value.lines.find((each) => each.lineNo === lineNo)
    if (line) setQuantity(lineNo, line.quantity + by)
  }

  function remove(lineNo: number) {
    change(() => carts.removeLine(cart.value, lineNo))
    keepSelection()
  }

  function keepSelection() {
    const lines = cart.value.lines
    if (!lines.some((line) => line.lineNo === selected.value)) selected.value = lines.at(-1)?.lineNo ?? null
  }

  function select(by: number) {
    const lines = cart.value.lines
    const at = lines.findIndex((line) => line.lineNo === selected.value)
    const next = lines[Math.min(lines.length - 1, Math.max(0, at + by))]
    if (next) selected.value = next.lineNo
  }

  function editLine(lineNo: number, given: Partial<Pick<carts.Line, 'discount' | 'priceOverride' | 'note'>>) {
    change(() => {
      const line = cart.value.lines.find((each) => each.lineNo === lineNo)
      if (line) Object.assign(line, given)
    })
  }

  const setOrderDiscount = (discount: ManualDiscount | null) => change(() => (cart.value.orderDiscount = discount))
  const setNote = (note: string) => change(() => (cart.value.note = note))
  const togglePoints = () => change(() => (cart.value.usePoints = !cart.value.usePoints))
  const toggleFreeItem = (item: FreeItemRequest) => change(() => carts.toggleFreeItem(cart.value, item))

  const pickCoupon = (couponId: string, pick: CouponPick) => change(() => carts.pickCoupon(cart.value, couponId, pick))

  /** What is being paid with can change the price; the same again asks nothing. */
  function payWith(method: string | null) {
    if (cart.value.paymentMethod !== method) change(() => (cart.value.paymentMethod = method))
  }

  async function setMember(id: string) {
    change(() => carts.setMember(cart.value, id))
    await loadMember(id)
  }

  function removeMember() {
    member.value = null
    change(() => carts.setMember(cart.value, null))
  }

  async function loadMember(id: string) {
    try {
      const found = await calls.member(id)
      if (cart.value.memberId === id) member.value = found
      coupons.value = null
      // Only a figure beside the name: nothing waits for it.
      void calls.couponCount(id).then(
        (count) => cart.value.memberId === id && (coupons.value = count),
        () => undefined,
      )
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refusal.value = error.refusal
    }
  }

  function clear() {
    member.value = null
    selected.value = null
    change(() => (cart.value = carts.emptyCart()))
  }

  function takeUp(request: CartRequest) {
    change(() => (cart.value = carts.cartOf(request)))
    selected.value = cart.value.lines.at(-1)?.lineNo ?? null
    member.value = null
    if (request.memberId) void loadMember(request.memberId)
  }

  return {
    cart,
    quote,
    member,
    coupons,
    refusal,
    selected,
    isOnline,
    isEmpty,
    isFresh,
    quotedLines,
    open,
    changed,
    freshQuote,
    add,
    addQuickSale,
    setQuantity,
    step,
    remove,
    select,
    editLine,
    setOrderDiscount,
    setNote,
    togglePoints,
    toggleFreeItem,
    pickCoupon,
    payWith,
    setMember,
    removeMember,
    loadMember,
    clear,
    takeUp,
  }
})
