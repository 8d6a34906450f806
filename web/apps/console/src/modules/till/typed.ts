import { halfWidth, parseQuantity, parseYuan } from '@shuke/kit'

/** What a text in the one box is, before anybody is asked. */
export type Kind = 'empty' | 'phone' | 'member_code' | 'barcode' | 'coupon' | 'amount' | 'digits' | 'text'

export interface Typed {
  kind: Kind
  /** The text without the quantity before it. */
  text: string
  /** Thousandths; null when no quantity was typed. */
  quantity: number | null
  /** Fen, when the text can also be an amount. */
  fen: number | null
}

const barcodeLengths = [8, 12, 13, 14]
const quantityBefore = /^(\d+(?:\.\d{1,3})?)\s*[*×xX]\s*(.*)$/

/** "3*6901234567892" -> three of a barcode; "12.5" -> an amount; "13812341234" -> a phone; "nt" -> goods and members. */
export function read(input: string): Typed {
  const plain = halfWidth(input).replace(/\s+/g, ' ')
  const match = quantityBefore.exec(plain)
  const parsed = match ? parseQuantity(match[1]!) : null
  const quantity = parsed?.ok && parsed.value > 0 ? parsed.value : null
  const text = quantity === null ? plain : match![2]!.trim()
  return { ...decide(text), quantity }
}

/** A coupon's code: seventeen letters and digits without I, L, O and U, printed in groups of four. */
export const isCouponCode = (text: string) => /^[0-9A-HJKMNP-TV-Z]{17}$/.test(text.replace(/[\s-]/g, '').toUpperCase())

function decide(text: string): { kind: Kind; text: string; fen: number | null } {
  if (text === '') return { kind: 'empty', text, fen: null }
  if (isAmount(text)) return { kind: 'amount', text, fen: amountOf(text) }
  if (isCouponCode(text)) return { kind: 'coupon', text, fen: null }
  if (!/^\d+$/.test(text)) return { kind: 'text', text, fen: null }
  if (/^1[3-9]\d{9}$/.test(text)) return { kind: 'phone', text, fen: null }
  if (text.length === 18) return { kind: 'member_code', text, fen: null }
  if (barcodeLengths.includes(text.length)) return { kind: 'barcode', text, fen: null }
  return { kind: 'digits', text, fen: text.length <= 5 ? amountOf(text) : null }
}

/** Goods have no point in their codes; money has, or a yuan sign. */
function isAmount(text: string): boolean {
  return (
    (/^\d+\.\d{0,2}$/.test(text) || /^[¥￥]\s*\d+(\.\d{1,2})?$/.test(text) || /^\d+(\.\d{1,2})?元$/.test(text)) &&
    amountOf(text) !== null
  )
}

function amountOf(text: string): number | null {
  const parsed = parseYuan(text)
  return parsed.ok && parsed.value > 0 ? parsed.value : null
}

/** Letters and names are searched while they are typed; scanned digits only with Enter, or the list would flicker. */
export function isSearchedWhileTyping({ kind, text }: Typed): boolean {
  return kind === 'text' || (kind === 'digits' && text.length <= 4)
}

/** Who is asked about it. */
export function asks({ kind }: Typed): { goods: boolean; members: boolean } {
  const nobody = kind === 'empty' || kind === 'amount' || kind === 'coupon'
  return { goods: !nobody && kind !== 'member_code', members: !nobody }
}
