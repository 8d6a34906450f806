import { describe, expect, it } from 'vitest'
import { blankTerms, codesIn, fieldOf, kinds, progressOf, type Batch } from './coupon'
import locale from './locale'

const batch = (more: Partial<Batch>) =>
  ({ state: 'running', wanted: 200, issued: 0, skipped: 0, voided: 0, ...more }) as Batch

describe('coupons as the console shows them', () => {
  it('has words and a beginning for every kind', () => {
    for (const { kind, fields } of kinds) {
      expect(locale.zh.kinds).toHaveProperty(kind)
      for (const field of fields) expect(blankTerms(kind)[field], `${kind}.${field}`).not.toBeUndefined()
    }
  })

  it('tells how far a batch is', () => {
    expect(progressOf(batch({ issued: 50, skipped: 10 }))).toBe(3_000)
    expect(progressOf(batch({ state: 'voiding', issued: 100, voided: 25 }))).toBe(2_500)
    expect(progressOf(batch({ wanted: 0 }))).toBe(10_000)
    expect(progressOf(batch({ wanted: 3, issued: 5 }))).toBe(10_000)
  })

  it('reads codes as people paste them', () => {
    expect(codesIn(' AB-1\nAB-2,AB-3;AB-1\r\n')).toEqual(['AB-1', 'AB-2', 'AB-3'])
  })

  it('shows a complaint at its field', () => {
    expect(fieldOf('coupon_threshold_below_amount')).toBe('minSpend')
    expect(fieldOf('something_else')).toBeNull()
  })
})
