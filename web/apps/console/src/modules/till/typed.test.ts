import { describe, expect, it } from 'vitest'
import { asks, isSearchedWhileTyping, read } from './typed'

describe('what was typed into the one box', () => {
  it.each([
    ['', 'empty', '', null, null],
    ['6901234567892', 'barcode', '6901234567892', null, null],
    ['69012345', 'barcode', '69012345', null, null],
    ['13812341234', 'phone', '13812341234', null, null],
    ['12812341234', 'digits', '12812341234', null, null],
    ['284719203847561920', 'member_code', '284719203847561920', null, null],
    ['1234', 'digits', '1234', null, 123400],
    ['100200300', 'digits', '100200300', null, null],
    ['12.5', 'amount', '12.5', null, 1250],
    ['¥12', 'amount', '¥12', null, 1200],
    ['12.5元', 'amount', '12.5元', null, 1250],
    ['0.00', 'text', '0.00', null, null],
    ['nt', 'text', 'nt', null, null],
    ['拿铁 大', 'text', '拿铁 大', null, null],
    ['3*6901234567892', 'barcode', '6901234567892', 3000, null],
    ['2 x nt', 'text', 'nt', 2000, null],
    ['0.355*1005', 'digits', '1005', 355, 100500],
    ['3*', 'empty', '', 3000, null],
    ['３＊１２．５', 'amount', '12.5', 3000, 1250],
  ])('%s is %s', (input, kind, text, quantity, fen) => {
    expect(read(input)).toEqual({ kind, text, quantity, fen })
  })

  it('does not take nothing of something for a quantity', () => {
    expect(read('0*nt')).toMatchObject({ kind: 'text', text: '0*nt', quantity: null })
  })

  it('asks only those who can know', () => {
    expect(asks(read('284719203847561920'))).toEqual({ goods: false, members: true })
    expect(asks(read('6901234567892'))).toEqual({ goods: true, members: true })
    expect(asks(read('12.5'))).toEqual({ goods: false, members: false })
  })

  it('searches names while they are typed, and barcodes only with Enter', () => {
    expect(isSearchedWhileTyping(read('nt'))).toBe(true)
    expect(isSearchedWhileTyping(read('1234'))).toBe(true)
    expect(isSearchedWhileTyping(read('69012345'))).toBe(false)
  })
})
