import type { Schema } from '@shuke/api'
import { localDay } from '@shuke/kit'
import { asGroup, orNothing, type Clause } from '../conditions/clause'
import { blankArgs, type Args, type Draft, type Kind } from './kinds'

export type Promotion = Schema<'PromotionsReply'>
export type PromotionForm = Schema<'PromotionForm'>

/** A promotion while it is being written; times as the boxes of the page hold them. */
export interface PromotionDraft {
  name: string
  args: Draft
  where: Clause
  from: string
  to: string
  group: string
  priority: number | null
  withTierDiscount: boolean
  withCoupons: boolean
  withPoints: boolean
  limits: Record<Limit, number | null>
  note: string
}

export const limits = ['perMember', 'perMemberDay', 'perDay', 'total'] as const
export type Limit = (typeof limits)[number] | 'budget'

const noLimits = (): PromotionDraft['limits'] => ({
  perMember: null,
  perMemberDay: null,
  perDay: null,
  total: null,
  budget: null,
})

/** An instant as a box of the page holds it: the clock of the reader, to the minute. */
export function boxOf(iso: string | null | undefined): string {
  if (!iso) return ''
  const at = new Date(iso)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${localDay(at)}T${two(at.getHours())}:${two(at.getMinutes())}`
}

export const instantOf = (box: string): string | null => (box === '' ? null : new Date(box).toISOString())

export function blank(kind: Kind, name: string): PromotionDraft {
  return {
    name,
    args: blankArgs(kind),
    where: { all: [] },
    from: boxOf(new Date().toISOString()),
    to: '',
    group: '',
    priority: 100,
    withTierDiscount: false,
    withCoupons: true,
    withPoints: true,
    limits: noLimits(),
    note: '',
  }
}

export function draftOf(form: PromotionForm): PromotionDraft {
  return {
    name: form.name,
    args: structuredClone(form.args) as Draft,
    where: asGroup(form.where),
    from: boxOf(form.validFrom),
    to: boxOf(form.validTo),
    group: form.group ?? '',
    priority: form.priority ?? 100,
    withTierDiscount: form.withTierDiscount ?? false,
    withCoupons: form.withCoupons ?? true,
    withPoints: form.withPoints ?? true,
    limits: { ...noLimits(), ...(form.limits ?? {}) } as PromotionDraft['limits'],
    note: form.note ?? '',
  }
}

export function bodyOf(draft: PromotionDraft): PromotionForm {
  const isLimited = Object.values(draft.limits).some((max) => max !== null)
  return {
    name: draft.name.trim(),
    args: kindFirst(draft.args) as unknown as Args,
    validFrom: instantOf(draft.from) ?? new Date(0).toISOString(),
    validTo: instantOf(draft.to),
    where: orNothing(draft.where),
    group: draft.group.trim(),
    priority: draft.priority ?? 100,
    withTierDiscount: draft.withTierDiscount,
    withCoupons: draft.withCoupons,
    withPoints: draft.withPoints,
    limits: isLimited ? (draft.limits as PromotionForm['limits']) : null,
    note: draft.note.trim(),
  }
}

/** The server reads the kind first, then knows what the rest means. */
const kindFirst = ({ kind, ...rest }: Draft): Draft => ({ kind, ...rest }) as Draft

export type Tone = 'neutral' | 'good' | 'warn' | 'accent'

/** What a promotion is at this moment, in one word. */
export function stateOf(promotion: Pick<Promotion, 'state' | 'phase'>): { key: string; tone: Tone } {
  if (promotion.state === 'draft') return { key: 'draft', tone: 'neutral' }
  if (promotion.state === 'waiting') return { key: 'waiting', tone: 'warn' }
  if (promotion.state === 'stopped') return { key: 'stopped', tone: 'neutral' }
  if (promotion.phase === 'running') return { key: 'running', tone: 'good' }
  return promotion.phase === 'scheduled' ? { key: 'scheduled', tone: 'accent' } : { key: 'ended', tone: 'neutral' }
}
