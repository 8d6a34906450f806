import { beforeEach, describe, expect, it } from 'vitest'
import * as carts from './cart'
import type { Goods } from './contract'

const latte: Goods = { id: '1', name: '拿铁', spec: '大', unit: '杯', price: 3200, byWeight: false }
const beans: Goods = { id: '5', name: '咖啡豆', unit: 'kg', price: 16800, byWeight: true }
let cart: carts.Cart

beforeEach(() => (cart = carts.emptyCart()))

describe('the cart', () => {
  it('counts the same goods on one line', () => {
    carts.addGoods(cart, latte, carts.one)
    carts.addGoods(cart, latte, 2 * carts.one)
    expect(cart.lines).toMatchObject([{ lineNo: 1, name: '拿铁 大', quantity: 3000 }])
  })

  it('weighs every bag on its own line', () => {
    carts.addGoods(cart, beans, 355)
    carts.addGoods(cart, beans, 410)
    expect(cart.lines.map((line) => line.quantity)).toEqual([355, 410])
  })

  it.each([{ discount: { bp: 1000 } }, { priceOverride: 3000 }, { note: '少冰' }])(
    'leaves a line alone that was changed by hand: %o',
    (change) => {
      Object.assign(carts.addGoods(cart, latte, carts.one), change)
      carts.addGoods(cart, latte, carts.one)
      expect(cart.lines).toHaveLength(2)
    },
  )

  it('never uses a line number twice', () => {
    carts.addGoods(cart, latte, carts.one)
    carts.removeLine(cart, 1)
    expect(carts.addQuickSale(cart, '快速收款', 1250).lineNo).toBe(2)
  })

  it('takes a line away at quantity nothing, with the benefit chosen for it', () => {
    carts.addGoods(cart, latte, carts.one)
    cart.freeItems = [{ kind: 'times', sourceId: '7', lineNo: 1 }]
    carts.setQuantity(cart, 1, 0)
    expect(cart).toMatchObject({ lines: [], freeItems: [] })
  })

  it('forgets points and benefits when another member comes', () => {
    carts.setMember(cart, '100')
    cart.usePoints = true
    carts.toggleFreeItem(cart, { kind: 'benefit', sourceId: '9' })
    carts.setMember(cart, '101')
    expect(cart).toMatchObject({ memberId: '101', usePoints: false, freeItems: [] })
  })

  it('uses a benefit once, and not at the second press', () => {
    carts.toggleFreeItem(cart, { kind: 'benefit', sourceId: '9' })
    carts.toggleFreeItem(cart, { kind: 'benefit', sourceId: '9' })
    expect(cart.freeItems).toEqual([])
  })

  it('asks for goods by id and sends a price only for a quick sale', () => {
    carts.addGoods(cart, latte, carts.one)
    carts.addQuickSale(cart, '杂项', 1250)
    expect(carts.requestOf(cart).lines).toEqual([
      { lineNo: 1, quantity: 1000, productId: '1' },
      { lineNo: 2, quantity: 1000, name: '杂项', price: 1250 },
    ])
  })

  it('comes back from a hold as it was asked for', () => {
    carts.addGoods(cart, latte, 2 * carts.one)
    carts.addQuickSale(cart, '杂项', 1250)
    carts.setMember(cart, '100')
    cart.usePoints = true
    cart.orderDiscount = { amount: 500 }
    const request = carts.requestOf(cart)
    expect(carts.requestOf(carts.cartOf(request))).toEqual(request)
    expect(carts.cartOf(request).nextLineNo).toBe(3)
  })

  it('prints the notes of lines after the note of the ticket, and no more than the ticket holds', () => {
    carts.addGoods(cart, latte, carts.one).note = '少冰'
    cart.note = '打包'
    expect(carts.noteOf(cart)).toBe('打包; 拿铁 大: 少冰')
    cart.note = '长'.repeat(300)
    expect(carts.noteOf(cart)).toHaveLength(200)
  })
})
