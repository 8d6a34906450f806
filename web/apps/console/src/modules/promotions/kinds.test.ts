import { describe, expect, it } from 'vitest'
import { fieldOf } from './faults'
import { blankArgs, commonKinds, formOf, kinds, productsOf } from './kinds'
import locale from './locale'

describe('the forms of promotions', () => {
  it('begins every kind with all its arguments', () => {
    for (const { kind, fields } of kinds) {
      const args = blankArgs(kind)
      for (const field of fields)
        if (!field.optional && !field.when) expect(args[field.key], `${kind}.${field.key}`).not.toBeUndefined()
    }
  })

  it('has words for every kind and label', () => {
    for (const { kind, fields } of kinds) {
      expect(locale.zh.kinds).toHaveProperty(kind)
      expect(locale.zh.about).toHaveProperty(kind)
      for (const field of fields) expect(locale.zh.args).toHaveProperty(field.label ?? field.key)
    }
    expect(kinds.length).toBeGreaterThan(commonKinds)
  })

  it('finds the goods a promotion names, wherever they stand', () => {
    const parts = [{ goods: { products: ['1', '2'] }, pieces: 1 }]
    expect(productsOf({ ...blankArgs('combo'), parts })).toEqual(['1', '2'])
    expect(productsOf({ ...blankArgs('special_price'), prices: [{ product: '3', price: 1 }] })).toEqual(['3'])
    expect(productsOf({ ...blankArgs('full_gift'), gifts: ['4'] })).toEqual(['4'])
  })
})

describe('a refusal is shown at its field', () => {
  it.each([
    ['full_reduction', 'promotion_off_over_threshold', null, 'steps'],
    ['limited_discount', 'promotion_rate_wrong', null, 'price'],
    ['tier_discounts', 'promotion_rate_wrong', null, 'rates'],
    ['special_price', 'promotion_goods_missing', null, 'prices'],
    ['full_gift', 'promotion_goods_missing', null, 'gifts'],
    ['nth_piece', 'promotion_count_wrong', '第几件 (N)', 'n'],
    ['fixed_bundle', 'promotion_count_wrong', '件数 (pieces)', 'pieces'],
    ['buy_x_get_y', 'promotion_count_wrong', '送几件 (free)', 'free'],
    ['order_discount', 'promotion_amount_wrong', '最多优惠 (cap)', 'offMax'],
    ['order_discount', 'promotion_count_wrong', '每天次数 (per day)', 'perDay'],
    ['order_discount', 'promotion_amount_wrong', '预算 (budget)', 'budget'],
    ['full_reduction', 'condition_never_true', null, 'where'],
    ['member_day', 'condition_never_true', null, 'when'],
    ['full_reduction', 'promotion_ends_before_start', null, 'validTo'],
  ] as const)('%s %s %s -> %s', (kind, code, what, field) => {
    expect(fieldOf(kind, code, what)).toBe(field)
  })

  it('keeps to the whole form what no field has', () => {
    expect(fieldOf('clearance', 'something_else', null)).toBeNull()
    expect(formOf('exchange')).toBeNull()
  })
})
