import { describe, expect, it } from 'vitest'
import { parseShare, shareText } from './share'
import { countedCash } from './shift/counting'

describe('a discount typed by hand', () => {
  it.each([
    ['8.8', 'zh', 1200],
    ['88', 'zh', 1200],
    ['9折', 'zh', 1000],
    ['85.5', 'zh', 1450],
    ['3', 'zh', 7000],
    ['10', 'zh', null],
    ['12', 'zh', null],
    ['0', 'zh', null],
    ['12', 'en', 1200],
    ['12.5%', 'en', 1250],
    ['100', 'en', null],
    ['abc', 'en', null],
  ] as const)('%s in %s takes %s basis points off', (text, language, bp) => {
    expect(parseShare(text, language)).toBe(bp)
  })

  it('is shown as it was typed', () => {
    expect(shareText(1200, 'zh')).toBe('8.8')
    expect(shareText(1250, 'en')).toBe('12.5')
  })
})

describe('counting the drawer', () => {
  it('adds notes and coins, and ignores what is no count', () => {
    expect(countedCash({ 10000: '12', 500: ' 3 ', 10: '7', 100: 'x', 50: '-1' })).toBe(121_570)
  })
})
