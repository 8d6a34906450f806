import { formOf, type Kind } from './kinds'

/**
 * Where a refusal belongs: the fields of a form it can mean, best first. `what` tells several alike apart; the server
 * names them in both languages ("件数 (pieces)") and the English word is stable.
 */
const byCode: Record<string, string[]> = {
  promotion_ends_before_start: ['validTo'],
  promotion_already_over: ['validTo'],
  promotion_rate_wrong: ['price', 'rates', 'steps'],
  promotion_rate_or_amount: ['price'],
  promotion_steps_wrong: ['steps'],
  promotion_off_over_threshold: ['steps', 'off', 'threshold'],
  promotion_goods_missing: ['prices', 'choices', 'gifts', 'goods'],
  promotion_parts_overlap: ['parts'],
  promotion_below_cost: ['prices', 'price'],
  condition_unknown_field: ['where'],
  condition_value_wrong: ['where'],
  condition_never_true: ['where'],
  condition_too_large: ['where'],
}
const byWhat: Record<string, string[]> = {
  threshold: ['atLeast', 'threshold', 'steps'],
  'amount off': ['off', 'price', 'steps'],
  'amount off a unit': ['off'],
  price: ['prices', 'choices', 'price'],
  cap: ['offMax'],
  pieces: ['pieces', 'n', 'piecesMax', 'parts', 'atLeast', 'steps'],
  'pieces a ticket': ['piecesMax'],
  parts: ['parts'],
  N: ['n'],
  buy: ['buy'],
  free: ['free'],
  times: ['timesMax'],
  gifts: ['pieces'],
  'days before': ['daysBefore'],
  'days after': ['daysAfter'],
  tiers: ['rates'],
  methods: ['methods'],
  multiplier: ['multiplier'],
  'per member': ['perMember'],
  'per member and day': ['perMemberDay'],
  'per day': ['perDay'],
  total: ['total'],
  budget: ['budget'],
}
const always = ['validTo', 'where', 'perMember', 'perMemberDay', 'perDay', 'total', 'budget']

/** The field a complaint is shown at; null: it belongs to the whole form. */
export function fieldOf(kind: Kind, code: string | null | undefined, what: string | null | undefined): string | null {
  const has = new Set([...always, ...(formOf(kind)?.fields.map((field) => field.key) ?? [])])
  const word = /\(([^()]+)\)\s*$/.exec(what ?? '')?.[1]
  const wanted = [...(word ? (byWhat[word] ?? []) : []), ...(code ? (byCode[code] ?? []) : [])]
  // A schedule of the kind itself can be impossible, too.
  if (code === 'condition_never_true' && has.has('when')) wanted.unshift('when')
  if (code === 'condition_never_true' && has.has('hours')) wanted.unshift('hours')
  return wanted.find((key) => has.has(key)) ?? null
}
