import { describe, expect, it } from 'vitest'
import { changeFor, isSettled, likelyCash, remaining, storedAndRest } from './amounts'

describe('paying', () => {
  it.each([
    [4960, [], 4960],
    [4960, [{ amount: 2000 }], 2960],
    [4960, [{ amount: 2000 }, { amount: null }], 2960],
    [4960, [{ amount: 2000 }, { amount: 5000 }], 0],
    [0, [], 0],
  ])('of %i remains after %o: %i', (due, payments, left) => {
    expect(remaining(due, payments)).toBe(left)
  })

  it.each([
    [4960, [4960, 5000, 6000, 10000]],
    [5000, [5000, 6000, 10000]],
    [130, [130, 500, 1000, 2000, 5000]],
  ])('proposes notes for %i', (due, notes) => {
    expect(likelyCash(due)).toEqual(notes)
  })

  it('gives change only when enough was handed over', () => {
    expect(changeFor(4960, 10000)).toBe(5040)
    expect(changeFor(4960, 4960)).toBe(0)
    expect(changeFor(4960, 4900)).toBeNull()
    expect(changeFor(4960, null)).toBeNull()
  })

  it('takes stored value first and leaves the exact rest to the server', () => {
    const wechat = { tender: 'recorded', method: 'wechat', amount: null } as const
    expect(storedAndRest(21000, 4960, wechat)).toEqual([{ tender: 'stored_value', amount: null }])
    expect(storedAndRest(1200, 4960, wechat)).toEqual([{ tender: 'stored_value', amount: 1200 }, wechat])
    expect(storedAndRest(0, 4960, wechat)).toEqual([wechat])
  })

  it('is settled when it reaches, and only cash may be too much', () => {
    expect(isSettled(4960, [{ tender: 'cash', amount: 5000 }])).toBe(true)
    expect(isSettled(4960, [{ tender: 'recorded', amount: 5000 }])).toBe(false)
    expect(isSettled(4960, [{ tender: 'stored_value', amount: 2000 }])).toBe(false)
    expect(
      isSettled(4960, [
        { tender: 'stored_value', amount: 2000 },
        { tender: 'cash', amount: 3000 },
      ]),
    ).toBe(true)
  })
})
