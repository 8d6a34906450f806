import type { Schema } from '@shuke/api'

export type Schedule = Schema<'Schedule'>
export type Hours = Schema<'Hours'>
export type Weekday = Schema<'DayOfWeek'>

/** A Chinese week begins on Monday. */
export const weekdays: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** What a schedule can be narrowed by; the form shows those in use and offers the rest. */
export const parts = [
  'weekdays',
  'daysOfMonth',
  'nthWeekdays',
  'yearDays',
  'lunarDays',
  'hours',
  'dates',
  'except',
] as const
export type Part = (typeof parts)[number]

export const isUsed = (schedule: Schedule, part: Part): boolean =>
  part === 'dates' ? Boolean(schedule.from || schedule.until) : Array.isArray(schedule[part])

/** A part to begin with. */
export function beginPart(schedule: Schedule, part: Part, today: string): Schedule {
  switch (part) {
    case 'weekdays':
      return { ...schedule, weekdays: ['saturday', 'sunday'] }
    case 'daysOfMonth':
      return { ...schedule, daysOfMonth: [8] }
    case 'nthWeekdays':
      return { ...schedule, nthWeekdays: [{ nth: 1, weekday: 'monday' }] }
    case 'yearDays':
      return { ...schedule, yearDays: [{ month: 11, day: 11 }] }
    case 'lunarDays':
      return { ...schedule, lunarDays: [{ month: 8, day: 15 }] }
    case 'hours':
      return { ...schedule, hours: [{ from: 14 * 60, to: 17 * 60 }] }
    case 'dates':
      return { ...schedule, from: today, until: today }
    case 'except':
      return { ...schedule, except: [{ from: today, to: today }] }
  }
}

export function withoutPart(schedule: Schedule, part: Part): Schedule {
  const next = { ...schedule }
  if (part === 'dates') {
    delete next.from
    delete next.until
  } else delete next[part]
  return next
}

/** 870 -> "14:30"; 1,440 is the end of the day and shown as 24:00 in words, 00:00 in a box. */
export const clock = (minute: number) =>
  `${String(Math.floor((minute % 1_440) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** "14:30" -> 870. As an end, midnight is 24:00. */
export function minutes(text: string, isEnd = false): number {
  const [hour = 0, minute = 0] = text.split(':').map(Number)
  const at = hour * 60 + minute
  return isEnd && at === 0 ? 1_440 : at
}

/** "8, 18、28 -1" -> the days of a month it names; -1 is the last. Anything else is left out. */
export const daysIn = (text: string): number[] => [
  ...new Set((text.match(/-?\d+/g) ?? []).map(Number).filter((day) => day === -1 || (day >= 1 && day <= 31))),
]
