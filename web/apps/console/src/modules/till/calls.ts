import { ask, command, type Intent } from '@shuke/api'
import type {
  CartRequest,
  FoundMember,
  Goods,
  Hold,
  Order,
  OrderRow,
  Page,
  PastRedeemed,
  Printer,
  PrinterForm,
  Quote,
  Redeemed,
  Redemption,
  Refund,
  RefundPreview,
  RefundRequest,
  Sale,
  SaleRequest,
  Shift,
  ShiftRow,
  TillMember,
  Tiles,
  TopUp,
  TopUpPlans,
  TopUpRequest,
} from './contract'

/** Every call of the till in one place: questions change nothing, commands carry the key of one intent. */
const query = (values: Record<string, string | number | null | undefined>) => {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()
  return text ? `?${text}` : ''
}

export const quote = (cart: CartRequest, signal?: AbortSignal) => ask<Quote>('POST', '/api/quotes', cart, signal)
export const findGoods = (q: string, signal?: AbortSignal) =>
  ask<{ by: 'barcode' | 'code' | 'name'; items: Goods[] }>('GET', '/api/goods/find' + query({ q }), undefined, signal)
export const tiles = () => ask<Tiles>('GET', '/api/goods/tiles')

export const findMembers = (q: string, signal?: AbortSignal) =>
  ask<{ items: FoundMember[]; isCode: boolean; isMore: boolean }>(
    'GET',
    '/api/members/find' + query({ q }),
    undefined,
    signal,
  )
export const identify = (intent: Intent, code: string) =>
  command<{ id: string }>(intent, 'POST', '/api/members/identify', { code })
export const member = (id: string) => ask<TillMember>('GET', `/api/till/members/${id}`)
export const register = (intent: Intent, body: { phone: string; name?: string }) =>
  command<{ id: string }>(intent, 'POST', '/api/members', body)

export const couponCount = (memberId: string) =>
  ask<{ usable: number }>('GET', `/api/members/${memberId}/coupons`).then((reply) => reply.usable)
/** A code or a word: answers the coupon it stands for. */
export const redeem = (intent: Intent, body: { code: string; memberId?: string }) =>
  command<{ coupon: { id: string; name: string } }>(intent, 'POST', '/api/coupons/redeem', body)

export const redemptions = () => ask<Redemption[]>('GET', '/api/rewards/redemptions')
/** What a member holds, by asset: points of every kind among it. */
export const pointsOf = (memberId: string) =>
  ask<{ holdings: { assetId: string; balance: number }[] }>('GET', `/api/ledger/members/${memberId}`).then(
    ({ holdings }) => new Map(holdings.map((one) => [one.assetId, one.balance])),
  )
export const redeemedBy = (memberId: string) => ask<PastRedeemed[]>('GET', `/api/members/${memberId}/redeemed`)
export const redeemPoints = (intent: Intent, id: string, memberId: string) =>
  command<Redeemed>(intent, 'POST', `/api/rewards/redemptions/${id}/redeem`, { memberId, count: 1 })
export const undoRedeemed = (intent: Intent, id: string, reason: string) =>
  command<unknown>(intent, 'POST', `/api/rewards/redeemed/${id}/undo`, { reason })

export const sell = (intent: Intent, body: SaleRequest) => command<Sale>(intent, 'POST', '/api/orders', body)

export const orders = (filters: Record<string, string | number | null | undefined>) =>
  ask<Page<OrderRow>>('GET', '/api/orders' + query(filters))
export const order = (id: string) => ask<Order>('GET', `/api/orders/${id}`)
export const previewRefund = (id: string, body: RefundRequest, signal?: AbortSignal) =>
  ask<RefundPreview>('POST', `/api/orders/${id}/refunds/preview`, body, signal)
export const refund = (intent: Intent, id: string, body: RefundRequest & { reason: string }) =>
  command<Refund>(intent, 'POST', `/api/orders/${id}/refunds`, body)
/** A print changes nothing, so it needs no key: asking twice prints twice. */
export const printOrder = (id: string, openDrawer = false) =>
  ask<unknown>('POST', `/api/orders/${id}/print`, { openDrawer })
export const receiptUrl = (id: string, width: number) => `/api/orders/${id}/receipt?width=${width}`

export const holds = () => ask<{ items: Hold[] }>('GET', '/api/holds')
export const hold = (intent: Intent, body: { title: string; cart: CartRequest }) =>
  command<Hold>(intent, 'POST', '/api/holds', body)
export const resume = (intent: Intent, id: string) =>
  command<{ cart: CartRequest }>(intent, 'POST', `/api/holds/${id}/resume`, {})

export const topUpPlans = (memberId: string) => ask<TopUpPlans>('GET', '/api/topups/plans' + query({ memberId }))
export const topUp = (intent: Intent, body: TopUpRequest) => command<TopUp>(intent, 'POST', '/api/topups', body)

export const openShift = (till: string) => ask<{ shift: Shift | null }>('GET', '/api/shifts/open' + query({ till }))
export const shift = (id: string) => ask<Shift>('GET', `/api/shifts/${id}`)
export const shifts = (after: string | null) => ask<Page<ShiftRow>>('GET', '/api/shifts' + query({ after }))
export const startShift = (intent: Intent, body: { till: string; float: number }) =>
  command<Shift>(intent, 'POST', '/api/shifts', body)
export const moveCash = (intent: Intent, id: string, body: { amount: number; reason: string }) =>
  command<Shift>(intent, 'POST', `/api/shifts/${id}/cash`, body)
export const closeShift = (intent: Intent, id: string, body: { counted: number; note: string }) =>
  command<Shift>(intent, 'POST', `/api/shifts/${id}/close`, body)

export const printers = () => ask<{ items: Printer[] }>('GET', '/api/printers')
export const addPrinter = (intent: Intent, body: PrinterForm) => command<Printer>(intent, 'POST', '/api/printers', body)
export const editPrinter = (intent: Intent, { id, version, ...body }: Printer) =>
  command<Printer>(intent, 'PUT', `/api/printers/${id}`, body, `"${version}"`)
export const testPrinter = (id: string) => ask<unknown>('POST', `/api/printers/${id}/test`, {})
