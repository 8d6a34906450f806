import { group, halfWidth, type Parsed } from './money'

/** A line holds at most a million units; a quantity is a whole number of thousandths of its unit. */
export const milliMax = 1_000_000_000

export type QuantityFault = 'empty' | 'not_a_number' | 'too_many_decimals' | 'not_whole' | 'too_large'

/** 2000 -> "2"; 355 -> "0.355"; 1500 -> "1.5" */
export function quantityText(milli: number): string {
  const digits = String(Math.abs(milli)).padStart(4, '0')
  const fraction = digits.slice(-3).replace(/0+$/, '')
  return (milli < 0 ? '-' : '') + group(digits.slice(0, -3)) + (fraction ? '.' + fraction : '')
}

/** "1.5" -> 1500. Pieces are sold whole, weighed goods with up to three decimals. */
export function parseQuantity(text: string, whole = false): Parsed<QuantityFault> {
  const plain = halfWidth(text).replace(/[\s,]/g, '')
  if (plain === '') return { ok: false, fault: 'empty' }
  const match = /^(\d*)(?:\.(\d*))?$/.exec(plain)
  if (!match || (!match[1] && !match[2])) return { ok: false, fault: 'not_a_number' }
  const fraction = (match[2] ?? '').replace(/0+$/, '')
  if (fraction.length > 3) return { ok: false, fault: 'too_many_decimals' }
  if (whole && fraction) return { ok: false, fault: 'not_whole' }
  const digits = ((match[1] ?? '') + fraction.padEnd(3, '0')).replace(/^0+(?=\d)/, '')
  if (digits.length > 10 || Number(digits) > milliMax) return { ok: false, fault: 'too_large' }
  return { ok: true, value: Number(digits) }
}
