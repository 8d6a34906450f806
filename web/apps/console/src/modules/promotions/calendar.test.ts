import { describe, expect, it } from 'vitest'
import { deepestFirst, monthAfter, monthOf, spanOf, toneOf } from './calendar'

const day = (text: string) => new Date(text + 'T00:00:00').toISOString()

describe('the calendar of promotions', () => {
  it('knows its months', () => {
    expect(monthOf('2028-02')).toEqual({ first: '2028-02-01', last: '2028-02-29', days: 29 })
    expect(monthAfter('2026-12', 1)).toBe('2027-01')
    expect(monthAfter('2026-01', -1)).toBe('2025-12')
  })

  it('cuts a bar at the ends of the month', () => {
    const november = monthOf('2026-11')
    expect(spanOf({ from: day('2026-10-20'), to: day('2026-11-12') }, november)).toEqual({ from: 1, to: 11 })
    expect(spanOf({ from: day('2026-11-11'), to: null }, november)).toEqual({ from: 11, to: 30 })
    expect(spanOf({ from: day('2026-11-05'), to: day('2027-01-01') }, november)).toEqual({ from: 5, to: 30 })
  })

  it('puts the deepest pair first', () => {
    const pair = (payBp: number | null) => ({
      a: '1',
      b: '2',
      from: '',
      to: null,
      excludes: payBp === null,
      payBp,
      says: '',
    })
    expect(deepestFirst([pair(null), pair(8_000), pair(3_800)]).map((one) => one.payBp)).toEqual([3_800, 8_000, null])
    expect([3_800, 6_000, 8_000, null].map((payBp) => toneOf({ payBp }))).toEqual(['bad', 'warn', 'neutral', 'neutral'])
  })
})
