import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Refused } from '@shuke/kit'
import { api, command, configureApi, read, useIntent, write } from '.'

type Reply = Response | Error
const seen: Request[] = []

function serverSays(...replies: Reply[]) {
  vi.stubGlobal(
    'fetch',
    vi.fn((request: Request) => {
      seen.push(request)
      const reply = replies[Math.min(seen.length, replies.length) - 1]!
      return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply)
    }),
  )
}

const problem = (status: number, code: string, more = {}) =>
  new Response(JSON.stringify({ code, title: '不行', detail: '为什么不行', ...more }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  })

const ok = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } })
const keyOf = (request?: Request) => request?.headers.get('Idempotency-Key')
const signIn = (init: object) => api.POST('/api/session', { ...init, body: { phone: '13812341234', password: 'x' } })

beforeEach(() => {
  seen.length = 0
  vi.stubGlobal('setTimeout', (next: () => void) => queueMicrotask(next))
})
afterEach(() => {
  vi.unstubAllGlobals()
  configureApi({ language: () => 'zh', signedOut: () => {}, approve: () => Promise.resolve(null) })
})

describe('a write', () => {
  it('carries one key through retries after network errors and 503', async () => {
    serverSays(new TypeError('down'), problem(503, 'busy'), ok({ name: '阿丽' }))
    expect(await write(useIntent(), signIn)).toEqual({ name: '阿丽' })
    expect(seen).toHaveLength(3)
    expect(new Set(seen.map(keyOf)).size).toBe(1)
    expect(await seen[2]!.json()).toEqual({ phone: '13812341234', password: 'x' })
  })

  it('gives up after three retries and keeps its key for the next press', async () => {
    serverSays(new TypeError('down'))
    const intent = useIntent()
    const key = intent.key
    await expect(write(intent, signIn)).rejects.toMatchObject({ refusal: { code: 'no_answer' } })
    expect(seen).toHaveLength(4)
    expect(intent.key).toBe(key)
  })

  it('waits for a twin that is still running, but not for a throttle', async () => {
    serverSays(problem(409, 'still_running'), ok({ name: '阿丽' }))
    expect(await write(useIntent(), signIn)).toEqual({ name: '阿丽' })
    serverSays(problem(429, 'login_throttled'))
    await expect(write(useIntent(), signIn)).rejects.toMatchObject({ refusal: { code: 'login_throttled' } })
    expect(seen).toHaveLength(3)
  })

  it('can speak to a route without types', async () => {
    serverSays(ok({ id: '77' }), problem(403, 'approval_unknown'))
    expect(await command<{ id: string }>(useIntent(), 'POST', '/api/approvals', { pin: '1' })).toEqual({ id: '77' })
    await expect(command(useIntent(), 'POST', '/api/approvals', {})).rejects.toMatchObject({
      refusal: { code: 'approval_unknown' },
    })
  })

  it('takes a new key after a definite answer', async () => {
    serverSays(problem(422, 'balance_too_low', { args: { short: 1240 } }))
    const intent = useIntent()
    const key = intent.key
    const error = await write(intent, signIn).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(Refused)
    expect((error as Refused).refusal).toMatchObject({ code: 'balance_too_low', status: 422, args: { short: 1240 } })
    expect(intent.key).not.toBe(key)
  })

  it('sends the version that is being edited', async () => {
    serverSays(ok({}))
    await write(useIntent(), signIn, '"7"')
    expect(seen[0]!.headers.get('If-Match')).toBe('"7"')
  })
})

describe('an approval', () => {
  it('repeats the same request with the approval and the same key', async () => {
    serverSays(problem(403, 'approval_required', { commandHash: 'abc' }), ok({ done: true }))
    const approve = vi.fn(() => Promise.resolve('77'))
    configureApi({ approve })
    await write(useIntent(), signIn)
    expect(approve).toHaveBeenCalledWith(expect.objectContaining({ commandHash: 'abc' }))
    expect(seen[1]!.headers.get('Approval-Id')).toBe('77')
    expect(keyOf(seen[1])).toBe(keyOf(seen[0]))
  })

  it('is a refusal when nobody approves', async () => {
    serverSays(problem(403, 'approval_required'))
    await expect(write(useIntent(), signIn)).rejects.toMatchObject({ refusal: { code: 'approval_required' } })
    expect(seen).toHaveLength(1)
  })
})

describe('a read', () => {
  it('speaks the chosen language and carries no key', async () => {
    serverSays(ok({}))
    configureApi({ language: () => 'en' })
    await read(api.GET('/api/session'))
    expect(seen[0]!.headers.get('Accept-Language')).toBe('en')
    expect(keyOf(seen[0])).toBeNull()
  })

  it('tells the app when the session is over', async () => {
    serverSays(problem(401, 'session_expired'), problem(401, 'pin_wrong'))
    const signedOut = vi.fn()
    configureApi({ signedOut })
    await expect(read(api.GET('/api/session'))).rejects.toMatchObject({ refusal: { status: 401 } })
    await expect(write(useIntent(), signIn)).rejects.toMatchObject({ refusal: { code: 'pin_wrong' } })
    expect(signedOut).toHaveBeenCalledOnce()
  })

  it('names the number of a broken answer', async () => {
    serverSays(
      new Response('{"traceId":"t-9"}', { status: 500, headers: { 'Content-Type': 'application/problem+json' } }),
    )
    await expect(read(api.GET('/api/session'))).rejects.toMatchObject({
      refusal: { detail: expect.stringContaining('t-9') as string },
    })
  })
})
