import { describe, expect, it } from 'vitest'
import * as kit from '.'

describe('money', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [5870, '58.70'],
    [123456789, '1,234,567.89'],
    [100_000_000_000, '1,000,000,000.00'],
  ])('%i fen reads as %s yuan', (fen, text) => expect(kit.yuanText(fen)).toBe(text))

  it.each([
    ['58.7', 5870],
    ['0.1', 10],
    ['.5', 50],
    ['19.', 1900],
    ['1,234.56', 123456],
    ['¥ 12', 1200],
    ['１２．５', 1250],
    ['12。5', 1250],
    ['￥8元', 800],
    ['1000000000', 100_000_000_000],
  ])('%s is understood', (text, fen) => expect(kit.parseYuan(text)).toEqual({ ok: true, value: fen }))

  it.each([
    ['', 'empty'],
    ['abc', 'not_a_number'],
    ['1.2.3', 'not_a_number'],
    ['.', 'not_a_number'],
    ['1e3', 'not_a_number'],
    ['1.234', 'too_many_decimals'],
    ['-1', 'negative'],
    ['1000000000.01', 'too_large'],
  ])('%s is refused as %s', (text, fault) => expect(kit.parseYuan(text)).toEqual({ ok: false, fault }))

  it('reads back what it wrote, for every fen up to a hundred yuan', () => {
    for (let fen = -10_000; fen <= 10_000; fen++)
      expect(kit.parseYuan(kit.yuanText(fen), true)).toEqual({ ok: true, value: fen })
  })
})

describe('quantity', () => {
  it.each([
    [1000, '1'],
    [355, '0.355'],
    [1500, '1.5'],
    [1_234_000, '1,234'],
  ])('%i thousandths read as %s', (milli, text) => {
    expect(kit.quantityText(milli)).toBe(text)
    expect(kit.parseQuantity(text)).toEqual({ ok: true, value: milli })
  })

  it('refuses half a piece and a fourth decimal', () => {
    expect(kit.parseQuantity('1.5', true)).toEqual({ ok: false, fault: 'not_whole' })
    expect(kit.parseQuantity('0.3555')).toEqual({ ok: false, fault: 'too_many_decimals' })
  })
})

describe('small texts', () => {
  it('groups counts and writes rates', () => {
    expect(kit.countText(-1280)).toBe('-1,280')
    expect(kit.percentText(1250)).toBe('12.5%')
    expect(kit.percentText(5)).toBe('0.05%')
    expect(kit.discountText(8000)).toBe('8折')
    expect(kit.discountText(8550)).toBe('8.55折')
  })

  it('writes days with their weekday and knows which days exist', () => {
    expect(kit.dayText('2026-11-22', 'zh')).toBe('2026-11-22 周日')
    expect(kit.dayText('2026-11-23', 'en')).toBe('2026-11-23 Mon')
    expect(kit.isDay('2026-02-29')).toBe(false)
    expect(kit.addDays('2026-02-27', 2)).toBe('2026-03-01')
  })

  it('masks phones and reads them in any writing', () => {
    expect(kit.maskPhone('13812341234')).toBe('138****1234')
    expect(kit.maskPhone('138****1234')).toBe('138****1234')
    expect(kit.parsePhone('+86 138-1234-1234')).toBe('13812341234')
    expect(kit.parsePhone('12345')).toBeNull()
  })

  it('makes keys of version 4 that differ', () => {
    expect(kit.newKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(kit.newKey()).not.toBe(kit.newKey())
  })
})

describe('refusals', () => {
  it('reads a problem with code, arguments and complaints by field', () => {
    const refusal = kit.refusalOf(
      { title: '余额不足', detail: '还差 12.40 元', code: 'balance_too_low', args: { short: 1240 } },
      422,
    )
    expect(refusal).toEqual({
      code: 'balance_too_low',
      title: '余额不足',
      detail: '还差 12.40 元',
      args: { short: 1240 },
      status: 422,
    })
    expect(kit.refusalOf({ errors: { phone: ['?'] } }, 400)).toMatchObject({
      code: kit.brokenAnswer,
      fields: { phone: ['?'] },
    })
  })

  it('does not take a bug for a refusal', () => {
    expect(() => kit.refusalIn(new TypeError('bug'))).toThrow('bug')
    expect(kit.refusalOf('<html>', 502).code).toBe(kit.brokenAnswer)
  })
})
