import { group } from './money'

/** 1280 -> "1,280": points, members, pieces. */
export function countText(n: number): string {
  return (n < 0 ? '-' : '') + group(String(Math.abs(n)))
}

/** Basis points as a percentage: 1250 -> "12.5%". */
export function percentText(bp: number): string {
  const digits = String(Math.abs(bp)).padStart(3, '0')
  const fraction = digits.slice(-2).replace(/0+$/, '')
  return (bp < 0 ? '-' : '') + digits.slice(0, -2) + (fraction ? '.' + fraction : '') + '%'
}

/** A price ratio as a Chinese discount: 8000 bp -> "8折", 8500 -> "8.5折". */
export function discountText(bp: number): string {
  const digits = String(bp).padStart(4, '0')
  const fraction = digits.slice(-3).replace(/0+$/, '')
  return digits.slice(0, -3) + (fraction ? '.' + fraction : '') + '折'
}
