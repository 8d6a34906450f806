import type { Schema } from '@shuke/api'

/** The kinds of promotions as forms: which arguments each has, and what it begins with. The server knows what they mean. */
export type Args = Schema<'OfferArgs'>
export type Kind = NonNullable<Args['kind']>
export type Goods = Schema<'Goods'>
export type ProductPrice = Schema<'ProductPrice'>

/** Arguments while they are edited: any kind's, by name. */
export type Draft = { kind: Kind } & Record<string, unknown>

export type FieldType =
  | 'goods'
  | 'rate'
  | 'rateOrOff'
  | 'money'
  | 'count'
  | 'prices'
  | 'products'
  | 'reductions'
  | 'discounts'
  | 'reach'
  | 'parts'
  | 'tierRates'
  | 'tierPrices'
  | 'hours'
  | 'weekdays'
  | 'schedule'
  | 'methods'
  | 'tags'
  | 'which'
  | 'flag'
  | 'multiplier'

export interface ArgField {
  key: string
  type: FieldType
  /** The word of the label; the key when not given. */
  label?: string
  optional?: boolean
  min?: number
  max?: number
  /** Shown only when this holds. */
  when?: (draft: Draft) => boolean
}

export interface KindForm {
  kind: Kind
  fields: ArgField[]
  blank: () => Record<string, unknown>
}

const all = (): Goods => ({})
const goods: ArgField = { key: 'goods', type: 'goods' }
const rate: ArgField = { key: 'price', type: 'rate', label: 'rate' }
const times: ArgField = { key: 'timesMax', type: 'count', optional: true, min: 1, max: 1_000 }
const threshold: ArgField = { key: 'threshold', type: 'money', optional: true }
const cap: ArgField = { key: 'offMax', type: 'money', optional: true }
const rateOrOff: ArgField = { key: 'price', type: 'rateOrOff', label: 'rateOrOff' }
const prices: ArgField = { key: 'prices', type: 'prices' }

/** Every kind that a form can make, the most used first. */
export const kinds: KindForm[] = [
  {
    kind: 'full_reduction',
    fields: [goods, { key: 'steps', type: 'reductions' }, { ...times, when: (d) => d.everyFull === true }],
    blank: () => ({ goods: all(), steps: [{ atLeast: 10_000, off: 2_000 }], by: 'amount', everyFull: false }),
  },
  { kind: 'limited_discount', fields: [goods, rate], blank: () => ({ goods: all(), price: 8_000 }) },
  {
    kind: 'nth_piece',
    fields: [
      goods,
      { key: 'n', type: 'count', label: 'nth', min: 2, max: 100 },
      { ...rate, label: 'nthRate' },
      { key: 'sameProduct', type: 'flag' },
    ],
    blank: () => ({ goods: all(), n: 2, price: 5_000, sameProduct: false }),
  },
  {
    kind: 'buy_x_get_y',
    fields: [
      goods,
      { key: 'buy', type: 'count', min: 1, max: 100 },
      { key: 'free', type: 'count', min: 1, max: 100 },
      { key: 'which', type: 'which' },
      { key: 'from', type: 'goods', label: 'freeFrom', when: (d) => d.which === 'chosen' },
      times,
    ],
    blank: () => ({ goods: all(), buy: 2, free: 1, which: 'cheapest' }),
  },
  {
    kind: 'fixed_bundle',
    fields: [
      goods,
      { key: 'pieces', type: 'count', min: 1, max: 1_000 },
      { key: 'price', type: 'money', label: 'together' },
      times,
    ],
    blank: () => ({ goods: all(), pieces: 3, price: 1_000 }),
  },
  { kind: 'special_price', fields: [prices], blank: () => ({ prices: [] }) },
  {
    kind: 'full_gift',
    fields: [
      goods,
      { key: 'atLeast', type: 'reach' },
      { key: 'gifts', type: 'products' },
      { key: 'pieces', type: 'count', label: 'giftPieces', min: 1, max: 100 },
      { key: 'everyFull', type: 'flag' },
    ],
    blank: () => ({ goods: all(), by: 'amount', atLeast: 10_000, gifts: [], pieces: 1, everyFull: false }),
  },
  {
    kind: 'member_day',
    fields: [goods, rate, { key: 'when', type: 'schedule' }],
    blank: () => ({ goods: all(), price: 8_800, when: { daysOfMonth: [8] } }),
  },
  {
    kind: 'order_discount',
    fields: [goods, rateOrOff, threshold, cap],
    blank: () => ({ goods: all(), price: 9_000, off: null, offMax: null, threshold: 0 }),
  },
  {
    kind: 'full_discount',
    fields: [goods, { key: 'steps', type: 'discounts' }, cap],
    blank: () => ({ goods: all(), steps: [{ atLeast: 3, price: 8_000 }], by: 'pieces', offMax: null }),
  },
  {
    kind: 'every_n',
    fields: [goods, { key: 'n', type: 'count', label: 'pieces', min: 1, max: 1_000 }, rateOrOff, times],
    blank: () => ({ goods: all(), n: 3, price: null, off: 500 }),
  },
  {
    kind: 'combo',
    fields: [{ key: 'parts', type: 'parts' }, { key: 'price', type: 'money', label: 'together' }, times],
    blank: () => ({ parts: [blankPart(), blankPart()], price: 3_000 }),
  },
  {
    kind: 'package',
    fields: [{ key: 'parts', type: 'parts' }, rate, times],
    blank: () => ({ parts: [blankPart(), blankPart()], price: 8_000 }),
  },
  {
    kind: 'add_on',
    fields: [
      goods,
      { ...threshold, optional: false },
      { key: 'choices', type: 'prices', label: 'choices' },
      { key: 'piecesMax', type: 'count', min: 1, max: 1_000 },
    ],
    blank: () => ({ goods: all(), threshold: 5_000, choices: [], piecesMax: 1 }),
  },
  { kind: 'member_prices', fields: [prices], blank: () => ({ prices: [] }) },
  {
    kind: 'second_member_prices',
    fields: [prices, { key: 'tags', type: 'tags' }],
    blank: () => ({ prices: [], tags: [] }),
  },
  {
    kind: 'tier_discounts',
    fields: [goods, { key: 'rates', type: 'tierRates' }],
    blank: () => ({ goods: all(), rates: [] }),
  },
  { kind: 'tier_prices', fields: [{ key: 'prices', type: 'tierPrices' }], blank: () => ({ prices: [] }) },
  {
    kind: 'new_customer_prices',
    fields: [prices, { key: 'purchasesMax', type: 'count', min: 0, max: 1_000 }],
    blank: () => ({ prices: [], purchasesMax: 0 }),
  },
  {
    kind: 'flash_price',
    fields: [prices, { key: 'piecesMax', type: 'count', min: 1, max: 10_000 }],
    blank: () => ({ prices: [], piecesMax: 1 }),
  },
  { kind: 'clearance', fields: [goods, rate], blank: () => ({ goods: all(), price: 5_000 }) },
  {
    kind: 'unit_off',
    fields: [goods, { key: 'off', type: 'money', label: 'unitOff' }],
    blank: () => ({ goods: all(), off: 50 }),
  },
  {
    kind: 'happy_hour',
    fields: [goods, rate, { key: 'hours', type: 'hours' }, { key: 'weekdays', type: 'weekdays', optional: true }],
    blank: () => ({ goods: all(), price: 8_000, hours: [{ from: 840, to: 1_020 }], weekdays: null }),
  },
  {
    kind: 'birthday',
    fields: [
      goods,
      rate,
      { key: 'daysBefore', type: 'count', min: 0, max: 60 },
      { key: 'daysAfter', type: 'count', min: 0, max: 60 },
    ],
    blank: () => ({ goods: all(), price: 8_800, daysBefore: 0, daysAfter: 0 }),
  },
  {
    kind: 'first_order',
    fields: [goods, rateOrOff, threshold, cap],
    blank: () => ({ goods: all(), price: null, off: 1_000, offMax: null, threshold: 3_000 }),
  },
  {
    kind: 'payment_discount',
    fields: [{ key: 'methods', type: 'methods' }, goods, rateOrOff, threshold, cap],
    blank: () => ({ methods: ['stored_value'], goods: all(), price: 9_500, off: null, offMax: null, threshold: 0 }),
  },
  {
    kind: 'amount_off',
    fields: [goods, { key: 'off', type: 'money', label: 'off' }, threshold],
    blank: () => ({ goods: all(), off: 500, threshold: 0 }),
  },
  {
    kind: 'points_multiplier',
    fields: [goods, { key: 'multiplier', type: 'multiplier' }, threshold],
    blank: () => ({ goods: all(), multiplier: 20_000, threshold: 0 }),
  },
]

export const commonKinds = 8
const byKind = new Map(kinds.map((form) => [form.kind, form]))

/** Kinds that only coupons have are not made here; an unknown one has no fields. */
export const formOf = (kind: Kind): KindForm | null => byKind.get(kind) ?? null

export const blankPart = () => ({ goods: all(), pieces: 1 })

export const blankArgs = (kind: Kind): Draft => ({ kind, ...formOf(kind)!.blank() })

/** A moment for the try-out: something of the goods the promotion names. */
export const productsOf = (draft: Draft): string[] => {
  const found: string[] = []
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look)
    else if (value && typeof value === 'object')
      for (const [key, inner] of Object.entries(value))
        if (key === 'product' && typeof inner === 'string') found.push(inner)
        else if (key === 'products' && Array.isArray(inner)) found.push(...(inner as string[]))
        else look(inner)
  }
  look(draft)
  if (Array.isArray(draft.gifts)) found.push(...(draft.gifts as string[]))
  return [...new Set(found)]
}
