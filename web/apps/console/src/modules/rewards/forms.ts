import type { Schema } from '@shuke/api'

export type Body = Schema<'EditRuleRequest'>
export type Effect = Schema<'Effect'>
export type Trigger = Schema<'Trigger'>

/** A friendly form: which fields of the trigger it asks for, and the rule it begins with. */
export interface Form {
  key: string
  fields: ('days' | 'nth' | 'every' | 'min' | 'each' | 'goods' | 'festival' | 'eventName')[]
  /** Both sides of a referral get something. */
  twoSides?: boolean
  /** The reward comes later, or in parts. */
  later?: boolean
  trigger: Trigger
  effects: Effect[]
  once?: boolean
  holdDays?: number
}

const points = (amount: number, side: 'member' | 'friend' = 'member'): Effect => ({ kind: 'points', amount, for: side })

export const forms: Form[] = [
  { key: 'new_member', fields: [], trigger: { on: 'registered' }, effects: [points(100)] },
  { key: 'profile', fields: [], trigger: { on: 'profile_completed' }, effects: [points(50)] },
  { key: 'first_purchase', fields: ['min'], trigger: { on: 'purchased', nth: 1 }, effects: [points(100)], once: true },
  {
    key: 'second_purchase',
    fields: ['days', 'min'],
    trigger: { on: 'purchased', nth: 2, days: 30 },
    effects: [points(200)],
    once: true,
  },
  { key: 'purchase', fields: ['goods', 'min'], trigger: { on: 'purchased', minAmount: 10_000 }, effects: [points(50)] },
  {
    key: 'every_nth',
    fields: ['goods', 'every', 'min'],
    trigger: { on: 'purchased', every: 5 },
    effects: [points(100)],
  },
  {
    key: 'cumulated',
    fields: ['goods', 'each'],
    trigger: { on: 'purchased', eachAmount: 50_000 },
    effects: [points(200)],
  },
  {
    key: 'cash_back',
    fields: ['goods', 'min'],
    later: true,
    trigger: { on: 'purchased' },
    effects: [{ kind: 'bonus', rateBp: 500, max: 5_000, delayDays: 7, parts: 1 }],
  },
  { key: 'top_up', fields: ['nth', 'min'], trigger: { on: 'topped_up', minAmount: 50_000 }, effects: [points(500)] },
  { key: 'birthday', fields: ['days'], trigger: { on: 'birthday', days: 0 }, effects: [points(88)] },
  { key: 'anniversary', fields: ['days'], trigger: { on: 'anniversary', days: 0 }, effects: [points(100)] },
  {
    key: 'festival',
    fields: ['festival', 'days'],
    trigger: { on: 'festival', days: 0, festival: { month: 8, day: 15, isLunar: true } },
    effects: [points(66)],
  },
  { key: 'tier_up', fields: [], trigger: { on: 'tier_up' }, effects: [points(100)] },
  { key: 'check_in', fields: [], trigger: { on: 'checked_in' }, effects: [{ kind: 'growth', amount: 1 }] },
  {
    key: 'referral',
    fields: ['nth'],
    twoSides: true,
    trigger: { on: 'referred' },
    effects: [points(100), points(50, 'friend')],
  },
  {
    key: 'friend_purchase',
    fields: ['min'],
    twoSides: true,
    holdDays: 7,
    trigger: { on: 'friend_purchased' },
    effects: [points(200), points(100, 'friend')],
  },
  { key: 'not_seen', fields: ['days'], trigger: { on: 'not_seen', days: 30 }, effects: [points(50)] },
  {
    key: 'points_expiring',
    fields: ['days'],
    trigger: { on: 'points_expiring', days: 7 },
    effects: [{ kind: 'message', textZh: '您有积分即将到期,快来使用吧。', textEn: 'Some of your points expire soon.' }],
  },
  {
    key: 'tier_ending',
    fields: ['days'],
    trigger: { on: 'tier_ending', days: 30 },
    effects: [{ kind: 'message', textZh: '您的等级即将到期,再来消费即可保级。', textEn: 'Your tier ends soon.' }],
  },
  { key: 'custom', fields: ['eventName', 'min'], trigger: { on: 'custom', name: '' }, effects: [points(10)] },
]

/** Kinds a person can choose, in this order; cumulative reading goes from common to rare. */
export const kinds = [
  'points',
  'bonus',
  'coupon',
  'voucher',
  'growth',
  'chances',
  'tag_add',
  'tag_remove',
  'badge',
  'tier',
  'task',
  'message',
] as const

export const festivals = [
  { key: 'spring', month: 1, day: 1, isLunar: true },
  { key: 'lantern', month: 1, day: 15, isLunar: true },
  { key: 'dragon', month: 5, day: 5, isLunar: true },
  { key: 'qixi', month: 7, day: 7, isLunar: true },
  { key: 'autumn', month: 8, day: 15, isLunar: true },
  { key: 'ninth', month: 9, day: 9, isLunar: true },
  { key: 'eve', month: 12, day: 30, isLunar: true },
  { key: 'new_year', month: 1, day: 1, isLunar: false },
  { key: 'women', month: 3, day: 8, isLunar: false },
  { key: 'labour', month: 5, day: 1, isLunar: false },
  { key: 'children', month: 6, day: 1, isLunar: false },
  { key: 'national', month: 10, day: 1, isLunar: false },
] as const

export const needsTarget = (kind: string) =>
  ['voucher', 'coupon', 'chances', 'tag_add', 'tag_remove', 'badge', 'tier', 'task'].includes(kind)

export const isCounted = (kind: string) =>
  ['points', 'growth', 'bonus', 'voucher', 'coupon', 'chances', 'tier', 'badge'].includes(kind)

/** The rule a form begins with. */
export function begin(form: Form, name: string): Body {
  return {
    form: form.key,
    name,
    trigger: structuredClone(form.trigger),
    effects: structuredClone(form.effects),
    caps: form.once ? [{ scope: 'each_member', window: 'ever', unit: 'times', max: 1 }] : [],
    validity: {},
    holdDays: form.holdDays ?? 0,
    state: 'running',
  }
}
