import type { Schema } from '@shuke/api'
import { countText, discountText, yuanText } from '@shuke/kit'

export type Tier = Schema<'RanksReply'>
export type TierForm = Schema<'RanksRequest'>
export type Condition = Schema<'ConditionForm'>
export type Benefit = Schema<'BenefitForm'>
type Translate = (key: string, named?: Record<string, unknown>) => string

export type Pack = Schema<'PackForm'>
export const metrics = [
  'spent',
  'topped_up',
  'top_up_once',
  'purchases',
  'points_earned',
  'growth',
  'referrals',
  'tasks',
  'profile',
  'memberships',
] as const
export const benefitKinds = ['text', 'free_item', 'monthly_pack'] as const
export const windows = ['since_joining', 'rolling_days', 'month', 'quarter', 'year'] as const
export const validities = ['never', 'months', 'year_end'] as const
export const periods = ['none', 'month', 'birthday_month', 'year'] as const
export const colours = ['#5b6b66', '#8a949e', '#b8860b', '#3f6fb5', '#7a4fa3', '#b5483f', '#2f7d5b'] as const

export const isMoney = (metric: Condition['metric']) =>
  metric === 'spent' || metric === 'topped_up' || metric === 'top_up_once'

/** 累计消费满 1,500.00 元 */
function conditionText(c: Condition, t: Translate): string {
  // A single top-up needs no window when it may be any since joining.
  const isAnyTime = c.metric === 'top_up_once' && c.window === 'since_joining'
  return t(`tiers.reach.${c.metric}`, {
    window: isAnyTime ? '' : t(`tiers.within.${c.window}`, { days: c.days ?? 0 }),
    n: isMoney(c.metric) ? yuanText(c.atLeast) : countText(c.atLeast),
  }).trim()
}

/** How the tier is reached and how long it lasts, as one sentence. */
export function ruleText(form: Pick<Tier, 'name' | 'upgrade' | 'validity'>, isBase: boolean, t: Translate): string {
  if (isBase) return t('tiers.say.base')
  const { match, when, conditions } = form.upgrade
  const lasts = t(`tiers.say.${form.validity.kind}`, { n: form.validity.n ?? 0 })
  if (conditions.length === 0) return t('tiers.say.byHand', { lasts })
  const met = conditions.map((c) => conditionText(c, t)).join(t(`tiers.say.${match}`))
  const name = form.name || t('tiers.thisTier')
  const approval = form.upgrade.needsApproval ? t('tiers.say.approval') : ''
  const keep = form.upgrade.keep
  const kept =
    keep && keep.conditions.length > 0
      ? t('tiers.say.keep', {
          met: keep.conditions.map((c) => conditionText(c, t)).join(t(`tiers.say.${keep.match}`)),
        })
      : ''
  return t(`tiers.say.${when}`, { met, name, lasts }) + approval + kept
}

/** 8.5折, or the words for the full price. */
export const priceText = (bp: number, language: string, t: Translate) =>
  bp >= 10_000
    ? t('tiers.fullPrice')
    : language === 'en'
      ? t('tiers.off', { n: hundredthsText(10_000 - bp) })
      : discountText(bp)

/** A whole number of hundredths out of what was typed ("1.5" is 150), or null. */
export function hundredths(text: string): number | null {
  const match = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(text.trim())
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null
}

/** 150 -> "1.5" */
export const hundredthsText = (n: number) => yuanText(n, false).replace(/\.?0+$/, '')

/** What a paid membership costs and gives, as one sentence. */
export function membershipText(
  plan: Pick<Schema<'MembershipPlansRequest'>, 'fee' | 'months' | 'priceBp' | 'multiplierBp' | 'trialDays'>,
  language: string,
  t: Translate,
): string {
  const says = t('tiers.plans.says', {
    fee: yuanText(plan.fee),
    months: plan.months,
    price: priceText(plan.priceBp, language, t),
    multiplier: hundredthsText(plan.multiplierBp / 100),
  })
  const trial = plan.trialDays > 0 ? t('tiers.plans.saysTrial', { days: plan.trialDays }) : ''
  return says + trial + t('tiers.plans.saysRefund')
}
