import { describe, expect, it } from 'vitest'
import { cartOf, emptyCart, pickCoupon, requestOf, saleOf, setMember } from './cart'
import type { Quote, QuoteCoupon } from './contract'
import { inOrder, nearest, pickAfter } from './coupons'
import { read } from './typed'

const coupon = (couponId: string, more: Partial<QuoteCoupon> = {}): QuoteCoupon => ({
  couponId,
  templateId: '9',
  name: couponId,
  kind: 'cash_off',
  says: '',
  validTo: '',
  lastDay: '',
  pick: 'auto',
  used: false,
  gives: 0,
  why: null,
  ...more,
})
const quote = (more: Partial<Quote>) => ({ lines: [], notApplied: [], ...more }) as unknown as Quote

describe('coupons at the till', () => {
  it('lets all the member holds take part, and remembers what somebody touched', () => {
    const cart = emptyCart()
    setMember(cart, '100')
    pickCoupon(cart, '1', 'chosen')
    pickCoupon(cart, '2', 'off')
    pickCoupon(cart, '1', 'auto')
    expect(requestOf(cart)).toMatchObject({ autoCoupons: true, coupons: [{ couponId: '2', pick: 'off' }] })
    expect(cartOf(requestOf(cart)).coupons).toEqual(cart.coupons)
  })

  it('sells exactly the coupons of the price on the screen', () => {
    const cart = emptyCart()
    setMember(cart, '100')
    pickCoupon(cart, '2', 'chosen')
    pickCoupon(cart, '3', 'off')
    const priced = quote({ coupons: [coupon('1', { used: true }), coupon('2', { used: true }), coupon('3')] })
    const sale = saleOf(cart, priced)
    expect(sale.autoCoupons).toBeUndefined()
    expect(sale.coupons).toEqual([
      { couponId: '1', pick: 'auto' },
      { couponId: '2', pick: 'chosen' },
    ])
    expect(saleOf(cart, quote({})).coupons).toBeUndefined()
  })

  it('keeps a code when a member comes, and forgets coupons when the member goes', () => {
    const cart = emptyCart()
    pickCoupon(cart, '1', 'chosen')
    setMember(cart, '100')
    expect(cart.coupons).toHaveLength(1)
    setMember(cart, '101')
    expect(cart.coupons).toEqual([])
  })

  it('shows used ones first and what cannot be used last', () => {
    const all = [
      coupon('no', { why: '不能用', gives: 900 }),
      coupon('small', { gives: 100 }),
      coupon('big', { gives: 500 }),
      coupon('used', { used: true }),
    ]
    expect(inOrder(all).map((one) => one.couponId)).toEqual(['used', 'big', 'small', 'no'])
    expect(pickAfter(coupon('1', { used: true }))).toBe('off')
    expect(pickAfter(coupon('1'))).toBe('chosen')
  })

  it('says what is closest', () => {
    const miss = (title: string, gap: number | null, pieces: number | null = null) => ({
      offer: '',
      title,
      code: '',
      why: title,
      gap,
      pieces,
    })
    expect(nearest(quote({ notApplied: [miss('far', 5_000), miss('near', 1_240), miss('never', null)] }))?.title).toBe(
      'near',
    )
    expect(nearest(quote({ notApplied: [miss('near', 1_240), miss('piece', null, 1)] }))?.title).toBe('piece')
    expect(nearest(null)).toBeNull()
  })

  it('knows a code from goods', () => {
    expect(read('DWJK-5VXN-3BQ0-JQHB-Z').kind).toBe('coupon')
    expect(read('dwjk5vxn3bq0jqhbz').kind).toBe('coupon')
    expect(read('6901234567892').kind).toBe('barcode')
    expect(read('HAPPY2027').kind).toBe('text')
  })
})
