import type { Schema } from '@shuke/api'
import { yuanText } from '@shuke/kit'

type Translate = (key: string, named?: Record<string, unknown>) => string

export const redemptionKinds = ['gift', 'voucher', 'coupon', 'bonus'] as const

/** What one redemption gives, in a few words. */
export function givesText(one: Pick<Schema<'RedemptionsReply'>, 'kind' | 'amount' | 'gives'>, t: Translate): string {
  if (one.kind === 'gift') return t('rewards.redeem.kinds.gift')
  if (one.kind === 'bonus') return t('rewards.redeem.bonus', { n: yuanText(one.amount) })
  return one.amount > 1 ? `${one.gives} ×${one.amount}` : one.gives
}
