import { isUndecided, newKey, noAnswer, Refused, refusalOf, type Refusal } from '@shuke/kit'
import { settings } from './settings'

/** The server that gave us this page is the one we talk to. */
export const origin = globalThis.location?.origin ?? ''

/** Three retries, then a person decides. The server answers a repeated key with its first reply, so repeats are safe. */
const pausesMs = [300, 900, 2000]
const pauseMsMax = 5000

const unreachable = {
  zh: '暂时连不上服务器,请检查网络后再试一次。刚才的操作不会重复执行。',
  en: 'The server cannot be reached. Check the network and try again; nothing will be done twice.',
}

/** The fetch under every call: language, idempotency key, retries, end of session and approval by a second person. */
export async function send(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', settings.language() === 'zh' ? 'zh-CN' : 'en')
  if (!isRead(request) && !request.headers.has('Idempotency-Key')) request.headers.set('Idempotency-Key', newKey())

  const response = await withRetries(request)
  if (response.status === 401) await tellSignedOut(response)
  return response.ok ? response : withApproval(request, response)
}

async function withRetries(request: Request): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    const response = await once(request)
    const pause = pausesMs[attempt]
    if (response !== null && (pause === undefined || !(await isWorthRepeating(response)))) return response
    if (pause === undefined)
      throw new Refused({ code: noAnswer, title: '', detail: unreachable[settings.language()], status: 0 })
    await sleep(Math.min(pauseMsMax, Math.max(pause, retryAfterMs(response))))
  }
}

/** Not every 5xx: a bug (500) stays one. A gateway without a server behind it does not speak our language. */
async function isWorthRepeating(response: Response): Promise<boolean> {
  if ([502, 503, 504].includes(response.status)) return true
  return [409, 429].includes(response.status) && isUndecided(await refusalFrom(response))
}

/** Null when the network failed; an abort by the page is not a failure and passes through. */
async function once(request: Request): Promise<Response | null> {
  try {
    return await fetch(request.clone())
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    return null
  }
}

async function withApproval(request: Request, response: Response): Promise<Response> {
  if (request.headers.has('Approval-Id')) return response
  const refusal = await refusalFrom(response)
  if (refusal.code !== 'approval_required') return response
  const approval = await settings.approve(refusal)
  if (approval === null) return response
  const again = request.clone()
  again.headers.set('Approval-Id', approval)
  return withRetries(again)
}

/** A wrong password or PIN is a 401 too, but nobody was signed out by it. */
async function tellSignedOut(response: Response): Promise<void> {
  const refusal = await refusalFrom(response)
  if (refusal.code === 'session_expired') settings.signedOut(refusal)
}

async function refusalFrom(response: Response): Promise<Refusal> {
  const isJson = response.headers.get('Content-Type')?.includes('json')
  return refusalOf(isJson ? await response.clone().json() : null, response.status)
}

function isRead(request: Request): boolean {
  return request.method === 'GET' || request.method === 'HEAD'
}

function retryAfterMs(response: Response | null): number {
  const seconds = Number(response?.headers.get('Retry-After') ?? 0)
  return Number.isFinite(seconds) ? seconds * 1000 : 0
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
