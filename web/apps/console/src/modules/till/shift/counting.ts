/** Notes and coins of renminbi in circulation, largest first; the value in fen. */
export const denominations = [
  { fen: 10000, name: '¥100' },
  { fen: 5000, name: '¥50' },
  { fen: 2000, name: '¥20' },
  { fen: 1000, name: '¥10' },
  { fen: 500, name: '¥5' },
  { fen: 100, name: '¥1' },
  { fen: 50, name: '¥0.5' },
  { fen: 10, name: '¥0.1' },
] as const

/** What the counts come to; anything that is no count is none. */
export function countedCash(counts: Record<number, string>): number {
  return denominations.reduce((sum, { fen }) => {
    const text = (counts[fen] ?? '').trim()
    return /^\d{1,6}$/.test(text) ? sum + fen * Number(text) : sum
  }, 0)
}
