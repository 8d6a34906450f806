import { describe, expect, it } from 'vitest'
import { beginPart, clock, daysIn, isUsed, minutes, parts, withoutPart } from './schedule'

describe('a schedule as a form edits it', () => {
  it('adds and removes every part', () => {
    for (const part of parts) {
      const with_ = beginPart({}, part, '2026-11-25')
      expect(isUsed(with_, part), part).toBe(true)
      expect(withoutPart(with_, part), part).toEqual({})
    }
  })

  it('reads and writes the clock', () => {
    expect(clock(870)).toBe('14:30')
    expect(minutes('14:30')).toBe(870)
    expect(minutes('00:00')).toBe(0)
    expect(minutes('00:00', true)).toBe(1_440)
    expect(clock(1_440)).toBe('00:00')
  })

  it('understands the days of a month as people list them', () => {
    expect(daysIn('8, 18、28')).toEqual([8, 18, 28])
    expect(daysIn('8 8 40 -1')).toEqual([8, -1])
  })
})
