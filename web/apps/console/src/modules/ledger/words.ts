import { countText, discountText, percentText, yuanText } from '@shuke/kit'

type T = (key: string, args?: Record<string, unknown>) => string

/** An amount in the unit of its asset. */
export function amountText(n: number, unit: 'fen' | 'point' | 'count'): string {
  return unit === 'fen' ? `¥${yuanText(n)}` : countText(n)
}

/** "充 500.00 送 50.00 = 实得 550.00 元,相当于 9.1折。" What it is worth is rounded to a tenth of a 折. */
export function planSentence(t: T, pay: number, bonus: number, isEnglish: boolean): string {
  if (pay <= 0) return t('ledger.saysFill')
  if (bonus === 0) return t('ledger.saysPlain', { pay: yuanText(pay), sum: yuanText(pay) })
  const bp = Math.round((pay * 100) / (pay + bonus)) * 100
  const discount = isEnglish ? percentText(bp) : discountText(bp)
  return t('ledger.says', { pay: yuanText(pay), bonus: yuanText(bonus), sum: yuanText(pay + bonus), discount })
}

/** What a times card costs, what one use comes to, and how it is refunded. */
export function timesSentence(t: T, uses: number, pay: number, listPrice: number, months: number): string {
  if (pay <= 0 || uses <= 0) return t('ledger.saysFill')
  const each = yuanText(Math.round(pay / uses))
  const says = t('ledger.timesCards.says', { pay: yuanText(pay), n: uses, each })
  const saves = listPrice > pay ? t('ledger.timesCards.saves', { n: yuanText(listPrice - pay) }) : ''
  return says + saves + (months > 0 ? t('ledger.timesCards.lasts', { n: months }) : t('ledger.timesCards.forever'))
}
