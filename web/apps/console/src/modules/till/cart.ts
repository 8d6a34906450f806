import type {
  CartLineRequest,
  CartRequest,
  CouponRequest,
  FreeItemRequest,
  Goods,
  ManualDiscount,
  CouponPick,
  Quote,
} from './contract'

export const one = 1000
const noteMax = 200

/** One line as the till keeps it: what is asked of the server, and what is shown until the server has answered. */
export interface Line {
  lineNo: number
  quantity: number
  productId: string | null
  name: string
  unit: string
  unitPrice: number
  byWeight: boolean
  discount: ManualDiscount | null
  priceOverride: number | null
  note: string
}

export interface Cart {
  lines: Line[]
  memberId: string | null
  orderDiscount: ManualDiscount | null
  usePoints: boolean
  freeItems: FreeItemRequest[]
  /** Coupons somebody touched: chosen or left out. All others take part by themselves. */
  coupons: CouponRequest[]
  /** What is being paid with, once it is known. */
  paymentMethod: string | null
  note: string
  nextLineNo: number
}

export function emptyCart(): Cart {
  return {
    lines: [],
    memberId: null,
    orderDiscount: null,
    usePoints: false,
    freeItems: [],
    coupons: [],
    paymentMethod: null,
    note: '',
    nextLineNo: 1,
  }
}

/** The same goods again are one more on their line, unless somebody changed that line by hand or it is weighed. */
export function addGoods(cart: Cart, goods: Goods, quantity: number): Line {
  const same = cart.lines.find((line) => line.productId === goods.id && isPlain(line))
  if (same) {
    same.quantity += quantity
    return same
  }
  return push(cart, {
    quantity,
    productId: goods.id,
    name: goods.spec ? `${goods.name} ${goods.spec}` : goods.name,
    unit: goods.unit,
    unitPrice: goods.price,
    byWeight: goods.byWeight,
  })
}

export function addQuickSale(cart: Cart, name: string, fen: number, quantity: number = one): Line {
  return push(cart, { quantity, productId: null, name, unit: '', unitPrice: fen, byWeight: false })
}

type NewLine = Pick<Line, 'quantity' | 'productId' | 'name' | 'unit' | 'unitPrice' | 'byWeight'>

function push(cart: Cart, given: NewLine): Line {
  cart.lines.push({ ...given, lineNo: cart.nextLineNo++, discount: null, priceOverride: null, note: '' })
  return cart.lines.at(-1)!
}

const isPlain = (line: Line) => !line.byWeight && !line.discount && line.priceOverride === null && !line.note

/** A quantity of nothing takes the line away, with what was chosen for it. */
export function setQuantity(cart: Cart, lineNo: number, quantity: number): void {
  const line = cart.lines.find((each) => each.lineNo === lineNo)
  if (line && quantity > 0) line.quantity = quantity
  if (line && quantity <= 0) removeLine(cart, lineNo)
}

export function removeLine(cart: Cart, lineNo: number): void {
  cart.lines = cart.lines.filter((line) => line.lineNo !== lineNo)
  cart.freeItems = cart.freeItems.filter((item) => item.lineNo !== lineNo)
}

/** Points, benefits and coupons belong to a member; without one they are gone. A coupon brought as a code stays. */
export function setMember(cart: Cart, memberId: string | null): void {
  if (cart.memberId === memberId) return
  if (cart.memberId !== null) cart.coupons = []
  cart.memberId = memberId
  cart.usePoints = false
  cart.freeItems = []
}

export function toggleFreeItem(cart: Cart, item: FreeItemRequest): void {
  const isSame = (other: FreeItemRequest) => other.kind === item.kind && other.sourceId === item.sourceId
  cart.freeItems = cart.freeItems.some(isSame)
    ? cart.freeItems.filter((other) => !isSame(other))
    : [...cart.freeItems, item]
}

export function pickCoupon(cart: Cart, couponId: string, pick: CouponPick): void {
  const others = cart.coupons.filter((each) => each.couponId !== couponId)
  cart.coupons = pick === 'auto' ? others : [...others, { couponId, pick }]
}

/** What is asked of a quote: whatever the member holds may take part. */
export function requestOf(cart: Cart): CartRequest {
  return {
    ...bodyOf(cart),
    ...(cart.memberId ? { autoCoupons: true } : {}),
    ...(cart.coupons.length > 0 ? { coupons: cart.coupons } : {}),
    ...(cart.paymentMethod ? { paymentMethod: cart.paymentMethod } : {}),
  }
}

/** What is sold: exactly the coupons of the price on the screen, so that nothing else can slip in between. */
export function saleOf(cart: Cart, quote: Quote): CartRequest {
  const used = (quote.coupons ?? []).filter((each) => each.used)
  const chosen = new Set(cart.coupons.filter((each) => each.pick === 'chosen').map((each) => each.couponId))
  const coupons = used.map(({ couponId }): CouponRequest => ({
    couponId,
    pick: chosen.has(couponId) ? 'chosen' : 'auto',
  }))
  return { ...bodyOf(cart), ...(coupons.length > 0 ? { coupons } : {}) }
}

function bodyOf(cart: Cart): CartRequest {
  return {
    lines: cart.lines.map(lineRequest),
    ...(cart.memberId ? { memberId: cart.memberId } : {}),
    ...(cart.orderDiscount ? { orderDiscount: cart.orderDiscount } : {}),
    ...(cart.usePoints ? { points: {} } : {}),
    ...(cart.freeItems.length > 0 ? { freeItems: cart.freeItems } : {}),
  }
}

function lineRequest(line: Line): CartLineRequest {
  return {
    lineNo: line.lineNo,
    quantity: line.quantity,
    ...(line.productId ? { productId: line.productId } : { name: line.name, price: line.unitPrice }),
    ...(line.discount ? { discount: line.discount } : {}),
    ...(line.priceOverride !== null ? { priceOverride: line.priceOverride } : {}),
  }
}

/** The note on the ticket: what was written for the whole, then for single lines. */
export function noteOf(cart: Cart): string {
  const lines = cart.lines.filter((line) => line.note).map((line) => `${line.name}: ${line.note}`)
  return [cart.note, ...lines]
    .filter((text) => text !== '')
    .join('; ')
    .slice(0, noteMax)
}

/** A parked cart back on the till. Names and prices come with the next quote. */
export function cartOf(request: CartRequest): Cart {
  return {
    ...emptyCart(),
    lines: request.lines.map((line) => ({
      lineNo: line.lineNo,
      quantity: line.quantity,
      productId: line.productId ?? null,
      name: line.name ?? '',
      unit: '',
      unitPrice: line.price ?? 0,
      byWeight: line.quantity % one !== 0,
      discount: line.discount ?? null,
      priceOverride: line.priceOverride ?? null,
      note: '',
    })),
    memberId: request.memberId ?? null,
    orderDiscount: request.orderDiscount ?? null,
    usePoints: request.points !== undefined && request.points !== null,
    freeItems: request.freeItems ?? [],
    coupons: request.coupons ?? [],
    nextLineNo: Math.max(0, ...request.lines.map((line) => line.lineNo)) + 1,
  }
}
