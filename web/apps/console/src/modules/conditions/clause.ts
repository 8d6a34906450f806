import type { Schema } from '@shuke/api'

/** The language of conditions as forms edit it: a group of parts, each a comparison, a schedule or another group. */
export type Clause = Schema<'Clause'>
export type FieldView = Schema<'ConditionField'>
export type Op = Schema<'Op'>
export type Match = 'all' | 'any' | 'none'

/** As deep as the server takes conditions. */
export const depthMax = 6
export const partsMax = 100
const matches: Match[] = ['all', 'any', 'none']
const compares: Op[] = ['at_least', 'at_most', 'above', 'below', 'between', 'is', 'is_not']

export const isGroup = (clause: Clause) => matchOf(clause) !== null

export const matchOf = (clause: Clause): Match | null =>
  matches.find((match) => clause[match] !== undefined && clause[match] !== null) ?? null

export const partsOf = (clause: Clause): Clause[] => {
  const match = matchOf(clause)
  return match ? clause[match]! : []
}

export const groupOf = (match: Match, parts: Clause[]): Clause => ({ [match]: parts })

/** What is stored may be a single condition; a form always begins with a group. */
export const asGroup = (clause: Clause | null | undefined): Clause =>
  !clause ? { all: [] } : isGroup(clause) ? clause : { all: [clause] }

/** Null where nothing is asked: it counts for everybody, always. */
export const orNothing = (clause: Clause): Clause | null => (partsOf(clause).length === 0 ? null : clause)

export const opsOf = (field: FieldView): Op[] =>
  field.type === 'choice' ? ['any_of', 'none_of'] : field.type === 'set' ? ['any_of', 'all_of', 'none_of'] : compares

export const isWords = (field: FieldView) => field.type === 'choice' || field.type === 'set'

/** A comparison to begin with. */
export function begin(field: FieldView, today: string): Clause {
  const op = opsOf(field)[0]!
  if (isWords(field)) {
    const only = field.choices?.[0]?.code
    return { field: field.code, op, values: only ? [only] : [] }
  }
  if (field.type === 'day') return { field: field.code, op, day: today }
  return { field: field.code, op, number: field.type === 'money' ? 10_000 : 1 }
}

/** Another operator keeps what fits it: the upper end belongs to "between" alone. */
export function withOp(clause: Clause, op: Op): Clause {
  const next: Clause = { ...clause, op }
  delete next.to
  delete next.toDay
  if (op !== 'between') return next
  return clause.day ? { ...next, toDay: clause.toDay ?? clause.day } : { ...next, to: clause.to ?? clause.number }
}

export const countParts = (clause: Clause): number =>
  1 + partsOf(clause).reduce((sum, part) => sum + countParts(part), 0)
