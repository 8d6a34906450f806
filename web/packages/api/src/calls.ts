import { brokenAnswer, isUndecided, newKey, Refused, refusalOf } from '@shuke/kit'
import { origin, send } from './send'
import { settings } from './settings'

interface Answer {
  data?: unknown
  error?: unknown
  response: Response
}

type Data<A extends Answer> = Exclude<A['data'], undefined>

const broken = {
  zh: (id: string) => `系统出错了,已记录${id ? `(编号 ${id})` : ''}。请稍后再试,或把编号告诉服务人员。`,
  en: (id: string) =>
    `Something broke on our side and was logged${id ? ` (number ${id})` : ''}. Please try again later.`,
}

/** The data of an answer, or Refused: `const member = await read(api.GET('/api/members/{id}', ...))`. */
export async function read<A extends Answer>(call: Promise<A>): Promise<Data<A>> {
  return dataOf(await call)
}

/** A command that is not in openapi.json yet; typed calls through `api` come first. */
export async function command<T>(
  intent: Intent,
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
  etag?: string,
): Promise<T> {
  return write(intent, ({ headers }) => plain<T>(method, path, body, headers), etag) as Promise<T>
}

/** A question whose answer changes nothing (a quote, a search); a newer question may abort it. */
export async function ask<T>(method: 'GET' | 'POST', path: string, body?: object, signal?: AbortSignal): Promise<T> {
  return dataOf(await plain<T>(method, path, body, {}, signal)) as T
}

async function plain<T>(
  method: string,
  path: string,
  body: object | undefined,
  headers: Record<string, string>,
  signal?: AbortSignal,
): Promise<{ data?: T; error?: unknown; response: Response }> {
  const request = new Request(origin + path, {
    method,
    headers: body ? { ...headers, 'Content-Type': 'application/json' } : headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
    ...(signal ? { signal } : {}),
  })
  const response = await send(request)
  const isJson = response.headers.get('Content-Type')?.includes('json')
  const answer: unknown = isJson ? await response.json() : null
  return { data: answer as T, error: answer, response }
}

/** Like read, with the version to hand back when the thing is edited. */
export async function readTagged<A extends Answer>(call: Promise<A>): Promise<{ data: Data<A>; etag: string }> {
  const answer = await call
  return { data: dataOf(answer), etag: answer.response.headers.get('ETag') ?? '' }
}

/** One thing a person wants done. The key stays the same until there is a definite answer, whatever it is. */
export interface Intent {
  readonly key: string
  settle(): void
}

export function useIntent(): Intent {
  let key = newKey()
  return {
    get key() {
      return key
    },
    settle() {
      key = newKey()
    },
  }
}

/** Headers of a write, to be spread into the call. */
export type WriteInit = { headers: Record<string, string> }

/**
 * Does what the intent wants: `write(intent, (init) => api.POST('/api/members', { ...init, body }))`.
 * After success or a refusal the next press is a new intent; when no answer came, the same key is sent again, so that
 * the server can answer with what it did the first time.
 */
export async function write<A extends Answer>(
  intent: Intent,
  call: (init: WriteInit) => Promise<A>,
  etag?: string,
): Promise<Data<A>> {
  const headers: Record<string, string> = { 'Idempotency-Key': intent.key }
  if (etag) headers['If-Match'] = etag
  try {
    const data = dataOf(await call({ headers }))
    intent.settle()
    return data
  } catch (error) {
    if (error instanceof Refused && !isUndecided(error.refusal)) intent.settle()
    throw error
  }
}

function dataOf<A extends Answer>(answer: A): Data<A> {
  if (answer.response.ok) return answer.data as Data<A>
  const refusal = refusalOf(answer.error, answer.response.status)
  if (refusal.traceId || refusal.code === brokenAnswer)
    refusal.detail = broken[settings.language()](refusal.traceId ?? '')
  throw new Refused(refusal)
}
