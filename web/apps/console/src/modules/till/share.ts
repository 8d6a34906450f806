import { parseQuantity, type Language } from '@shuke/kit'

/** All of the price, in basis points. */
const whole = 10_000

/**
 * A discount as people type it, as basis points off: in Chinese "8.8", "88" and "8.8折" are what is still paid (8.8 of
 * ten), in English "12" is twelve percent off. Null when it is neither nothing nor everything.
 */
export function parseShare(text: string, language: Language): number | null {
  const parsed = parseQuantity(text.replace(/[折%]/g, ''))
  if (!parsed.ok || parsed.value <= 0) return null
  const off = language === 'zh' ? whole - paidBp(parsed.value) : parsed.value / 10
  return Number.isInteger(off) && off > 0 && off < whole ? off : null
}

/**
 * 8.8 (of ten) and 88 (of a hundred) mean the same. Below half price only the first form counts: who types 12 may have
 * meant twelve percent off, and must not give away nearly everything.
 */
function paidBp(milli: number): number {
  return milli >= 50_000 ? milli / 10 : milli
}

/** The other way round, for the field. */
export function shareText(offBp: number, language: Language): string {
  const milli = language === 'zh' ? whole - offBp : offBp * 10
  return String(milli / 1000)
}
