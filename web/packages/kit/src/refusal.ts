/** A "no" of the server as people and programs need it: a stable code, a sentence, the numbers in it. */
export interface Refusal {
  code: string
  title: string
  detail: string
  status: number
  /** Bad shape: the complaints by field, in the reader's language. */
  fields?: Record<string, string[]>
  args?: Record<string, unknown>
  /** What a second person approves when the code is approval_required. */
  commandHash?: string
  /** The number of a broken answer, for the one who asks for help. */
  traceId?: string
}

/** The error that carries a refusal through await; anything else that is thrown is a bug. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.detail || refusal.title || refusal.code)
    this.name = 'Refused'
  }
}

/** Codes this side makes itself, when there is no answer to quote. */
export const noAnswer = 'no_answer'
export const brokenAnswer = 'broken_answer'

/** The server has not decided yet, or cannot say whether it did: the same key must be sent again. */
export function isUndecided({ code, status }: Refusal): boolean {
  return ['still_running', 'busy', 'outcome_unknown', noAnswer].includes(code) || status >= 500
}

/** application/problem+json (RFC 9457 with code, args, errors) as a Refusal; fills gaps so that a screen can show it. */
export function refusalOf(body: unknown, status: number): Refusal {
  const problem = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const text = (name: string) => (typeof problem[name] === 'string' ? (problem[name] as string) : '')
  const refusal: Refusal = {
    code: text('code') || brokenAnswer,
    title: text('title'),
    detail: text('detail') || text('title'),
    status,
  }
  const fields = problem['errors'] ?? problem['fields']
  if (isFields(fields)) refusal.fields = fields
  if (typeof problem['args'] === 'object' && problem['args'] !== null)
    refusal.args = problem['args'] as Record<string, unknown>
  if (text('commandHash')) refusal.commandHash = text('commandHash')
  if (text('traceId')) refusal.traceId = text('traceId')
  return refusal
}

/** The refusal inside whatever was thrown; a bug is thrown on. */
export function refusalIn(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal
  throw error
}

function isFields(value: unknown): value is Record<string, string[]> {
  return typeof value === 'object' && value !== null && Object.values(value).every(Array.isArray)
}
