/** The shapes the till exchanges with the server. Money in fen, quantities in thousandths, instants as ISO 8601. */
export interface ManualDiscount {
  bp?: number
  amount?: number
}

export interface CartLineRequest {
  lineNo: number
  quantity: number
  productId?: string
  name?: string
  price?: number
  discount?: ManualDiscount
  priceOverride?: number
}

export interface FreeItemRequest {
  kind: 'times' | 'benefit'
  sourceId: string
  lineNo?: number
}

/** How a coupon takes part: taken if it is worth it, wanted by somebody, or left out. */
export type CouponPick = 'auto' | 'chosen' | 'off'

export interface CouponRequest {
  couponId: string
  pick?: CouponPick
}

export interface CartRequest {
  lines: CartLineRequest[]
  memberId?: string
  orderDiscount?: ManualDiscount
  points?: { number?: number }
  freeItems?: FreeItemRequest[]
  coupons?: CouponRequest[]
  /** All coupons the member holds take part; a sale names exactly those it uses. */
  autoCoupons?: boolean
  /** Not said yet when it is left out. */
  paymentMethod?: string
}

export interface LineDiscount {
  offer: string
  sourceId: string
  promotionId?: string | null
  couponId?: string | null
  amount: number
  title: string
  explanation: string
}

export interface QuoteLine {
  lineNo: number
  productId?: string | null
  name: string
  unit: string
  quantity: number
  unitPrice: number
  original: number
  discount: number
  net: number
  discounts: LineDiscount[]
}

export interface NotApplied {
  offer: string
  sourceId?: string
  isCoupon?: boolean
  lineNo?: number | null
  title: string
  code: string
  why: string
  /** Fen still missing; null where it is not a matter of money. */
  gap?: number | null
  pieces?: number | null
}

/** A promotion or coupon with what it says; `Applied` adds what it took off. */
export interface Rule {
  offer: string
  sourceId: string
  isCoupon: boolean
  version: number
  title: string
  rule: string
}

export interface Applied extends Rule {
  working: string
  amount: number
  shares: { lineNo: number; amount: number }[]
}

/** Gifts and add-ons that may still be put into the cart; the price is what each will cost as a line. */
export interface Choice {
  offer: string
  sourceId: string
  isCoupon: boolean
  title: string
  rule: string
  piecesLeft: number
  goods: { productId: string; name: string; unit: string; price: number }[]
}

export interface QuoteCoupon {
  couponId: string
  templateId: string
  name: string
  kind: string
  says: string
  validTo: string
  lastDay: string
  pick: CouponPick
  used: boolean
  gives: number
  why: string | null
}

export interface Quote {
  lines: QuoteLine[]
  original: number
  saved: number
  payable: number
  pointsUsed: number
  pointsMoney: number
  due: number
  pointsOffer?: { max: number; maxMoney: number; used: number; usedMoney: number; why: string } | null
  earn?: { points: number; why: string } | null
  applied?: Applied[]
  flags?: Rule[]
  notApplied: NotApplied[]
  choices?: Choice[]
  coupons?: QuoteCoupon[]
  /** The best that was found, not proven the best. */
  isBounded?: boolean
  fingerprint: string
  needsApproval?: string | null
}

export interface Goods {
  id: string
  code?: string | null
  name: string
  spec?: string
  unit: string
  price: number
  memberPrice?: number | null
  byWeight: boolean
  favourite?: boolean
  categoryId?: string | null
}

export interface Tiles {
  categories: { id: string; parentId: string | null; name: string; colour: string }[]
  goods: Goods[]
}

export interface FoundMember {
  id: string
  number: number
  name: string
  phone: string | null
  state: string
  matched: string
  card: string | null
  cardState: string | null
}

export interface FreeItem {
  kind: 'times' | 'benefit'
  sourceId: string
  title: string
  remaining: number
  until?: string | null
}

export interface TillMember {
  id: string
  number: number
  name: string
  phone: string | null
  state: string
  birthday?: string | null
  storedValue: number
  principal: number
  bonus: number
  points: number
  tier?: { name: string; colour: string; price: number } | null
  freeItems: FreeItem[]
  progress?: string | null
}

/** One line of the redemption list; `validTo` is its last day. */
export interface Redemption {
  id: string
  name: string
  kind: 'gift' | 'voucher' | 'coupon' | 'bonus'
  price: number
  amount: number
  stock: number | null
  perMember: number
  validTo: string | null
  assetId: string
  points: string
  gives: string
  active: boolean
}

export interface Redeemed {
  id: string
  name: string
  kind: Redemption['kind']
  count: number
  spent: number
  left: number
}

export interface PastRedeemed {
  id: string
  name: string
  kind: Redemption['kind']
  count: number
  points: number
  day: string
  undone: boolean
}

export type Tender = 'cash' | 'stored_value' | 'points' | 'recorded'
export type Method = 'wechat' | 'alipay' | 'bank_card' | 'other'

export interface PaymentWish {
  tender: 'cash' | 'stored_value' | 'recorded'
  /** Null: the rest, whatever it is. */
  amount: number | null
  method?: Method
  reference?: string
}

export interface SaleRequest {
  shiftId: string
  cart: CartRequest
  payments: PaymentWish[]
  expectedDue?: number
  note?: string
}

export interface Payment {
  tender: Tender
  method?: string | null
  amount: number
  tendered?: number
  change?: number
  points?: number
  reference?: string | null
}

export interface Sale {
  orderId: string
  number: string
  payable: number
  due: number
  change: number
  pointsUsed: number
  earned: number
  points: number | null
  storedValue: number | null
  tierMoved: TierMoved | null
  gifts: string[]
}

export interface TierMoved {
  name: string
  colour: string
  sentence: string
}

export interface Hold {
  id: string
  title: string
  at: string
  staff: string
  cart: CartRequest
  lines: number
}

export interface TopUpPlans {
  plans: { id: string; name: string; pay: number; bonus: number; points: number }[]
  room: number
}

export interface TopUp {
  topUpId: string
  number: string
  pay: number
  bonus: number
  points: number
  change: number
  storedValue: number
  tierMoved: TierMoved | null
}

export interface MethodReport {
  tender: Tender
  method: string | null
  sales: number
  refunds: number
  topUps: number
  topUpRefunds: number
  net: number
}

export interface ShiftReport {
  figures: {
    float: number
    cashIn: number
    cashOut: number
    bonus: number
    discounts: number
    pointsEarned: number
    pointsUsed: number
    orders: number
  }
  methods: MethodReport[]
  sales: number
  refunds: number
  topUps: number
  expectedCash: number
  counted: number | null
  difference: number | null
}

export interface Shift {
  id: string
  till: string
  number: number
  state: 'open' | 'closed'
  openedBy: string
  openedAt: string
  closedBy: string | null
  closedAt: string | null
  note: string
  report: ShiftReport
}

export interface ShiftRow {
  id: string
  till: string
  number: number
  state: 'open' | 'closed'
  openedBy: string
  openedAt: string
  closedAt: string | null
  expected: number | null
  counted: number | null
  difference: number | null
}

export type OrderState = 'draft' | 'placed' | 'paid' | 'partly_refunded' | 'refunded' | 'void'

export interface OrderRow {
  id: string
  number: string
  at: string
  state: OrderState
  staff: string
  memberId: string | null
  member: string | null
  payable: number
  refunded: number
  lines: number
}

export interface OrderLine extends QuoteLine {
  returned: number
  refunded: number
}

export interface Order {
  id: string
  number: string
  at: string
  state: OrderState
  shiftId: string
  staff: string
  approvedBy: string | null
  memberId: string | null
  member: string | null
  tierName: string
  original: number
  discount: number
  payable: number
  change: number
  earned: number
  refunded: number
  note: string
  lines: OrderLine[]
  applied?: Applied[]
  flags?: Rule[]
  payments: Payment[]
  refunds: { id: string; number: string; at: string; staff: string; amount: number; reason: string; isVoid?: boolean }[]
}

export interface RefundRequest {
  shiftId: string
  lines?: { lineNo: number; quantity: number }[] | null
  isVoid?: boolean
}

export interface RefundTender {
  tender: Tender
  method: string | null
  amount: number
  kept: number
  points: number
}

export interface RefundPreview {
  amount: number
  tenders: RefundTender[]
  pointsTaken: number
  kept: number
  couponsBack?: { couponId: string; name: string; validTo: string }[]
}

export interface Refund extends RefundPreview {
  refundId: string
  number: string
}

export interface Printer {
  id: string
  name: string
  host: string
  port: number
  width: number
  printsReceipts: boolean
  opensDrawer: boolean
  active: boolean
  version: number
}

export type PrinterForm = Omit<Printer, 'id' | 'version'>

export interface TopUpRequest {
  shiftId: string
  memberId: string
  tender: 'cash' | 'recorded'
  planId?: string
  pay?: number
  tendered?: number
  method?: Method
  reference?: string
}

export interface Page<T> {
  items: T[]
  next: string | null
  total: number
}
