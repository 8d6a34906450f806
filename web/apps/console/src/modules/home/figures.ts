import { dayText, percentText, yuanText, type Language } from '@shuke/kit'
import type { Schema } from '@shuke/api'
import type { Bar } from '@shuke/ui'

export type Home = Schema<'ShowHomeReply'>
export type Day = Schema<'ShowHomeDayFigures'>

/** The change in whole percents, as basis points; null where there is nothing to compare with. */
export function changeBp(now: number, before: number): number | null {
  return before <= 0 ? null : Math.round(((now - before) * 100) / before) * 100
}

/** "+12%", "-3%", or a dash where there is nothing to compare with. */
export function changeText(now: number, before: number): string {
  const bp = changeBp(now, before)
  return bp === null ? '–' : (bp > 0 ? '+' : '') + percentText(bp)
}

const wholeYuan = (fen: number) => '¥' + yuanText(fen).slice(0, -3)

/** Thirty days; every Monday carries its date, today stands out. */
export function dayBars(days: Home['days'], language: Language): Bar[] {
  return days.map(({ day: on, turnover }, i) => {
    const day = on ?? ''
    return {
      label: dayText(day, language),
      value: turnover,
      text: '¥' + yuanText(turnover),
      short: wholeYuan(turnover),
      strong: i === days.length - 1,
      ...(new Date(day + 'T00:00:00Z').getUTCDay() === 1 ? { tick: day.slice(5) } : {}),
    }
  })
}

/** The hours between the first and the last ticket, quiet ones included. */
export function hourBars(hours: Home['hours'], tickets: (n: number) => string): Bar[] {
  if (hours.length === 0) return []
  const [first, last] = [hours[0]!.hour, hours.at(-1)!.hour]
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const hour = hours.find((h) => h.hour === first + i)
    const turnover = hour?.turnover ?? 0
    return {
      label: `${first + i}:00`,
      value: turnover,
      text: `¥${yuanText(turnover)} · ${tickets(hour?.tickets ?? 0)}`,
      short: wholeYuan(turnover),
      strong: i === last - first,
      ...(i % 2 === 0 ? { tick: `${first + i}` } : {}),
    }
  })
}
