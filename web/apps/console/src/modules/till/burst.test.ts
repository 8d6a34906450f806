import { describe, expect, it } from 'vitest'
import { makeBurst } from './burst'

function typeInto(burst: ReturnType<typeof makeBurst>, text: string, gapMs: number, start = 1000) {
  let at = start
  const answers = [...text].map((key) => burst.key(key, (at += gapMs)))
  answers.push(burst.key('Enter', at + gapMs))
  return answers.at(-1)
}

describe('a reader that types like a person', () => {
  it('is recognised by its speed', () => {
    expect(typeInto(makeBurst(), '6901234567892', 8)).toBe('6901234567892')
  })

  it('is not a person who types', () => {
    expect(typeInto(makeBurst(), '6901234567892', 120)).toBeNull()
  })

  it('is not a short number typed fast', () => {
    expect(typeInto(makeBurst(), '12345', 10)).toBeNull()
  })

  it('begins after what a person typed before it', () => {
    const burst = makeBurst()
    burst.key('9', 1000)
    expect(typeInto(burst, '88001122', 10, 3000)).toBe('88001122')
  })

  it('ignores keys that are no characters', () => {
    const burst = makeBurst()
    burst.key('8', 1000)
    burst.key('Shift', 1005)
    for (const [i, key] of [...'8001122'].entries()) burst.key(key, 1010 + i * 5)
    expect(burst.key('Enter', 1050)).toBe('88001122')
  })
})
