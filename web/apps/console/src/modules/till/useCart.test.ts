import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Goods, Quote } from './contract'
import * as calls from './calls'
import { useCart } from './useCart'

vi.mock('./calls')
const latte: Goods = { id: '1', name: '拿铁', unit: '杯', price: 3200, byWeight: false }
const quoteOf = (due: number) => ({ lines: [], due, payable: due, notApplied: [] }) as unknown as Quote

beforeEach(() => {
  localStorage.clear()
  setActivePinia(createPinia())
})

describe('the price of the cart', () => {
  it('is the answer to the newest question, whichever comes first', async () => {
    const answers: ((quote: Quote) => void)[] = []
    vi.mocked(calls.quote).mockImplementation(() => new Promise((done) => answers.push(done)))
    const cart = useCart()
    cart.open('1')
    cart.add(latte, 1000)
    await vi.waitFor(() => expect(answers).toHaveLength(1))
    cart.add(latte, 1000)
    await vi.waitFor(() => expect(answers).toHaveLength(2))
    answers[1]!(quoteOf(6400))
    answers[0]!(quoteOf(3200))
    expect((await cart.freshQuote())?.due).toBe(6400)
  })

  it('aborts the question that nobody waits for any more', async () => {
    const signals: AbortSignal[] = []
    vi.mocked(calls.quote).mockImplementation((_cart, signal) => {
      signals.push(signal!)
      return new Promise(() => {})
    })
    const cart = useCart()
    cart.open('1')
    cart.add(latte, 1000)
    await vi.waitFor(() => expect(signals).toHaveLength(1))
    cart.step(1, 1000)
    await vi.waitFor(() => expect(signals).toHaveLength(2))
    expect(signals.map((signal) => signal.aborted)).toEqual([true, false])
  })

  it('is asked again for the cart that was left at a reload', async () => {
    vi.mocked(calls.quote).mockResolvedValue(quoteOf(3200))
    const before = useCart()
    before.open('1')
    before.add(latte, 1000)
    setActivePinia(createPinia())
    const after = useCart()
    after.open('1')
    expect(after.cart.lines).toMatchObject([{ productId: '1', quantity: 1000 }])
    expect((await after.freshQuote())?.due).toBe(3200)
  })
})
