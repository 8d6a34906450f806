import { describe, expect, it } from 'vitest'
import ui from '@shuke/ui/locale'
import shell from './shell/locale'

const files = import.meta.glob<{ default: { zh: object; en: object } }>('./modules/*/locale.ts', { eager: true })
const all = { ui, shell, ...Object.fromEntries(Object.entries(files).map(([path, file]) => [path, file.default])) }

/** Every text by its dotted key. */
function texts(words: object, prefix = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'object')
      texts(value as object, `${prefix}${key}.`).forEach((text, inner) => found.set(inner, text))
    else found.set(prefix + key, String(value))
  }
  return found
}

const keys = (words: object) => [...texts(words).keys()].sort()
const holes = (words: object) =>
  Object.fromEntries([...texts(words)].map(([key, text]) => [key, text.match(/\{\w+\}/g)?.sort() ?? []]))

describe.each(Object.entries(all))('%s', (_name, words) => {
  it('says the same things in Chinese and in English', () => {
    expect(keys(words.en)).toEqual(keys(words.zh))
  })

  it('leaves the same holes for numbers and names', () => {
    expect(holes(words.en)).toEqual(holes(words.zh))
  })

  it('never writes 分 for points', () => {
    expect(JSON.stringify(words.zh)).not.toMatch(/\} ?分(?!钟|类|组)/)
  })
})
