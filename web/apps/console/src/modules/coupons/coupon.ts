import type { Schema } from '@shuke/api'

export type Template = Schema<'CouponTemplatesReply'>
export type TemplateForm = Schema<'CouponTemplatesForm'>
export type Terms = Schema<'CouponTerms'>
export type Kind = Terms['kind']
export type Batch = Schema<'IssueCouponsReply'>

/** Which boxes a kind of coupon has. */
export interface KindForm {
  kind: Kind
  fields: ('amount' | 'price' | 'cap' | 'minSpend' | 'pieces' | 'multiplier' | 'partner')[]
  goods: 'none' | 'some' | 'needed'
  begin: Partial<Terms>
}

/** The kinds that can be used at the till or handed out, the most used first. */
export const kinds: KindForm[] = [
  { kind: 'threshold_off', fields: ['minSpend', 'amount'], goods: 'some', begin: { minSpend: 10_000, amount: 2_000 } },
  { kind: 'cash_off', fields: ['amount'], goods: 'some', begin: { amount: 500 } },
  { kind: 'percent_off', fields: ['price', 'cap', 'minSpend'], goods: 'some', begin: { price: 8_000, cap: 5_000 } },
  { kind: 'exchange', fields: ['pieces', 'minSpend'], goods: 'needed', begin: { pieces: 1 } },
  { kind: 'gift', fields: ['minSpend', 'pieces'], goods: 'needed', begin: { pieces: 1, minSpend: 5_000 } },
  { kind: 'fixed_price', fields: ['amount', 'pieces', 'minSpend'], goods: 'needed', begin: { amount: 990, pieces: 1 } },
  {
    kind: 'item_discount',
    fields: ['price', 'pieces', 'minSpend'],
    goods: 'needed',
    begin: { price: 5_000, pieces: 1 },
  },
  { kind: 'points_multiplier', fields: ['multiplier', 'minSpend'], goods: 'some', begin: { multiplier: 20_000 } },
  { kind: 'fuel', fields: ['amount', 'minSpend'], goods: 'some', begin: { amount: 50 } },
  { kind: 'third_party', fields: ['partner'], goods: 'none', begin: {} },
]

export const formOf = (kind: Kind) => kinds.find((form) => form.kind === kind)

export function blankTerms(kind: Kind): Terms {
  return {
    kind,
    amount: 0,
    price: 10_000,
    cap: null,
    minSpend: 0,
    pieces: 1,
    multiplier: 10_000,
    products: [],
    categories: [],
    notProducts: [],
    stores: [],
    tiers: [],
    validity: { kind: 'days', days: 30 },
    transferable: false,
    stackable: false,
    withPromotions: true,
    partner: '',
    ...formOf(kind)?.begin,
  }
}

/** The field a complaint belongs to; null: the whole form. */
export const fieldOf = (code: string | null | undefined): string | null =>
  ({
    coupon_amount_missing: 'amount',
    coupon_amount_negative: 'amount',
    coupon_threshold_below_amount: 'minSpend',
    coupon_percent_wrong: 'price',
    coupon_pieces_wrong: 'pieces',
    coupon_goods_missing: 'goods',
    coupon_multiplier_wrong: 'multiplier',
    coupon_top_up_missing: 'minSpend',
    coupon_partner_missing: 'partner',
    coupon_dates_missing: 'dates',
    coupon_dates_reversed: 'dates',
    coupon_days_wrong: 'days',
    coupon_weekdays_wrong: 'weekdays',
    coupon_hours_wrong: 'hours',
    coupon_never_open: 'weekdays',
    coupon_stock_too_low: 'stock',
  })[code ?? ''] ?? null

export const stateTones = { draft: 'neutral', active: 'good', stopped: 'neutral' } as const

export const batchTones = {
  running: 'accent',
  paused: 'warn',
  done: 'good',
  cancelled: 'neutral',
  stock_out: 'warn',
  voiding: 'warn',
  void: 'neutral',
} as const

export const isMoving = ({ state }: Pick<Batch, 'state'>) => state === 'running' || state === 'voiding'

/** How far a batch is, basis points; while it is taken back, how much of it is. */
export function progressOf({ state, wanted, issued, skipped, voided }: Batch): number {
  const [part, whole] = state === 'voiding' ? [voided, issued] : [issued + skipped, wanted]
  return whole === 0 ? 10_000 : Math.min(10_000, Math.floor((part * 10_000) / whole))
}

/** Codes out of a pasted list or file: one a line or between commas. */
export const codesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,;,;]+/)
      .map((code) => code.trim())
      .filter(Boolean),
  ),
]

/** A short list as one page, for the table that lists use. */
export const asPage = <T>(items: T[]) => ({ items, next: null, total: items.length })
