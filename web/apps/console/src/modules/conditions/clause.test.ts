import { describe, expect, it } from 'vitest'
import { asGroup, begin, countParts, groupOf, opsOf, orNothing, partsOf, withOp, type FieldView } from './clause'

const field = (type: FieldView['type'], more: Partial<FieldView> = {}): FieldView => ({
  code: 'x',
  type,
  name: 'X',
  unit: '',
  isWindowed: false,
  choices: null,
  ...more,
})

describe('conditions as a form edits them', () => {
  it('begins with a group, whatever was stored', () => {
    expect(asGroup(null)).toEqual({ all: [] })
    expect(asGroup({ field: 'tier', op: 'any_of', values: ['1'] })).toEqual({
      all: [{ field: 'tier', op: 'any_of', values: ['1'] }],
    })
    expect(asGroup({ any: [] })).toEqual({ any: [] })
  })

  it('is nothing when nothing is asked', () => {
    expect(orNothing({ all: [] })).toBeNull()
    expect(orNothing(groupOf('none', [{ all: [] }]))).toEqual({ none: [{ all: [] }] })
  })

  it('begins a comparison that fits its field', () => {
    expect(begin(field('money'), '2026-11-25')).toEqual({ field: 'x', op: 'at_least', number: 10_000 })
    expect(begin(field('day'), '2026-11-25')).toEqual({ field: 'x', op: 'at_least', day: '2026-11-25' })
    const yes = field('choice', { choices: [{ code: 'yes', name: '是' }] })
    expect(begin(yes, '2026-11-25')).toEqual({ field: 'x', op: 'any_of', values: ['yes'] })
  })

  it('offers "all of" for sets alone', () => {
    expect(opsOf(field('choice'))).not.toContain('all_of')
    expect(opsOf(field('set'))).toContain('all_of')
    expect(opsOf(field('number'))).not.toContain('any_of')
  })

  it('keeps the upper end for "between" alone', () => {
    const between = withOp({ field: 'x', op: 'at_least', number: 5 }, 'between')
    expect(between).toEqual({ field: 'x', op: 'between', number: 5, to: 5 })
    expect(withOp(between, 'at_most')).toEqual({ field: 'x', op: 'at_most', number: 5 })
  })

  it('counts parts as the server does', () => {
    const clause = groupOf('all', [{ when: {} }, groupOf('any', [{ when: {} }])])
    expect(countParts(clause)).toBe(4)
    expect(partsOf(clause)).toHaveLength(2)
  })
})
