/** Money is a whole number of fen (1/100 yuan), as in the server. Texts are cut and joined as digits, never divided. */

/** No single amount is larger than a billion yuan; far below the largest safe integer. */
export const fenMax = 100_000_000_000

export type MoneyFault = 'empty' | 'not_a_number' | 'too_many_decimals' | 'negative' | 'too_large'

export type Parsed<F extends string> = { ok: true; value: number } | { ok: false; fault: F }

/** 123456 -> "1,234.56"; -5 -> "-0.05". Without grouping for input fields. */
export function yuanText(fen: number, grouped = true): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const yuan = digits.slice(0, -2)
  return (fen < 0 ? '-' : '') + (grouped ? group(yuan) : yuan) + '.' + digits.slice(-2)
}

/** "1234567" -> "1,234,567" */
export function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',')
}

/** "¥1,234.5" -> 123450. Full-width digits and signs of a Chinese keyboard are understood. */
export function parseYuan(text: string, allowNegative = false): Parsed<MoneyFault> {
  const plain = halfWidth(text).replace(/[¥\s,元]/g, '')
  if (plain === '') return { ok: false, fault: 'empty' }
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(plain)
  if (!match || (!match[2] && !match[3])) return { ok: false, fault: 'not_a_number' }
  const [, sign, yuan = '', cents = ''] = match
  if (sign && !allowNegative) return { ok: false, fault: 'negative' }
  if (cents.length > 2) return { ok: false, fault: 'too_many_decimals' }
  const digits = (yuan + cents.padEnd(2, '0')).replace(/^0+(?=\d)/, '')
  if (digits.length > 12 || Number(digits) > fenMax) return { ok: false, fault: 'too_large' }
  return { ok: true, value: sign && digits !== '0' ? -Number(digits) : Number(digits) }
}

/** Full-width digits, point, comma, minus and yen sign to their ASCII forms. */
export function halfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/。/g, '.')
    .replace(/￥/g, '¥')
    .replace(/−/g, '-')
    .trim()
}
