import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Refused } from '@shuke/kit'
import { write } from '@shuke/api'
import type { SaleRequest } from './contract'
import { pendingSales } from './pending'

const place = 'test.pending'
const body: SaleRequest = { shiftId: '1', cart: { lines: [] }, payments: [{ tender: 'cash', amount: null }] }
const lost = () => Promise.reject(new Refused({ code: 'no_answer', title: '', detail: '', status: 0 }))
const said = (status: number, code = '') =>
  Promise.resolve({
    data: status < 400 ? { orderId: '9' } : undefined,
    error: { code, detail: '', title: '' },
    response: { ok: status < 400, status } as Response,
  })

beforeEach(() => localStorage.clear())

describe('a sale whose answer got lost', () => {
  it('is asked again with the same key, even after a reload of the page', async () => {
    const keys: string[] = []
    const before = pendingSales(place)
    await expect(
      write(before.begin(body), ({ headers }) => (keys.push(headers['Idempotency-Key']!), lost())),
    ).rejects.toThrow()

    const after = pendingSales(place)
    const again = after.again()!
    expect(again.body).toEqual(body)
    await write(again.intent, ({ headers }) => (keys.push(headers['Idempotency-Key']!), said(200)))
    expect(keys[1]).toBe(keys[0])
    expect(pendingSales(place).waiting).toBeNull()
  })

  it('is over with a refusal, and the next sale has its own key', async () => {
    const sales = pendingSales(place)
    const first = sales.begin(body)
    await expect(write(first, () => said(422, 'payment_mismatch'))).rejects.toThrow()
    expect(sales.waiting).toBeNull()
    expect(sales.begin(body).key).not.toBe(first.key)
  })

  it('keeps selling when the browser keeps nothing', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('full')
    })
    const sales = pendingSales(place)
    expect(sales.begin(body).key).toBe(sales.waiting!.key)
  })
})
