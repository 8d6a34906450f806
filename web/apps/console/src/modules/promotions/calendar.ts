import type { Schema } from '@shuke/api'
import { addDays, localDay } from '@shuke/kit'

type Bar = Schema<'PromotionCalendarBar'>
type Overlap = Schema<'PromotionCalendarOverlap'>

export interface Month {
  first: string
  last: string
  days: number
}

/** "2026-11" -> its first and last day. */
export function monthOf(month: string): Month {
  const [year = 2026, at = 1] = month.split('-').map(Number)
  const days = new Date(Date.UTC(year, at, 0)).getUTCDate()
  return { first: `${month}-01`, last: `${month}-${String(days).padStart(2, '0')}`, days }
}

export const monthAfter = (month: string, by: number) => {
  const { first, last } = monthOf(month)
  return by > 0 ? addDays(last, 1).slice(0, 7) : addDays(first, -1).slice(0, 7)
}

/** Where a bar begins and ends in a month, days from 1; what lies outside is cut off. An end at midnight is the day before. */
export function spanOf(bar: Pick<Bar, 'from' | 'to'>, { first, last, days }: Month): { from: number; to: number } {
  const from = localDay(new Date(bar.from))
  const to = bar.to ? localDay(new Date(new Date(bar.to).getTime() - 1)) : last
  return {
    from: from < first ? 1 : Number(from.slice(8)),
    to: to > last ? days : Math.max(1, Number(to.slice(8))),
  }
}

/** The deepest first; those that exclude each other last. */
export const deepestFirst = (overlaps: Overlap[]): Overlap[] =>
  [...overlaps].sort((a, b) => (a.payBp ?? 20_000) - (b.payBp ?? 20_000))

/** Below half price it is likely a mistake, below seven tenths worth a look. */
export const toneOf = ({ payBp }: Pick<Overlap, 'payBp'>): 'bad' | 'warn' | 'neutral' =>
  payBp === null ? 'neutral' : payBp < 5_000 ? 'bad' : payBp < 7_000 ? 'warn' : 'neutral'
