export type Language = 'zh' | 'en'

const weekdays: Record<Language, readonly string[]> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}

/** "2026-11-22" -> "2026-11-22 周日". A day is a date in the store's zone, so no time zone enters here. */
export function dayText(day: string, language: Language): string {
  const at = utc(day)
  return at === null ? day : `${day} ${weekdays[language][at.getUTCDay()]}`
}

/** An instant (ISO 8601) as the clock of the reader shows it: "2026-11-22 14:05". */
export function momentText(iso: string, withSeconds = false): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  return `${localDay(at)} ${pad(at.getHours())}:${pad(at.getMinutes())}${withSeconds ? ':' + pad(at.getSeconds()) : ''}`
}

/** The calendar day of an instant on the reader's clock. */
export function localDay(at: Date): string {
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
}

/** "2026-02-27" + 2 -> "2026-03-01" */
export function addDays(day: string, days: number): string {
  const at = utc(day)
  if (at === null) return day
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** True for a day that exists: "2026-02-29" does not. */
export function isDay(text: string): boolean {
  return utc(text) !== null
}

function utc(day: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const at = new Date(day + 'T00:00:00Z')
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day ? null : at
}

function pad(n: number): string {
  return String(n).padStart(2, '0')
}
