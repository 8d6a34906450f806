import type { NotApplied, Quote, QuoteCoupon } from './contract'

/** Used first, then those that would help by how much, then those that cannot; the server says why. */
export function inOrder(coupons: readonly QuoteCoupon[]): QuoteCoupon[] {
  const rank = (one: QuoteCoupon) => (one.used ? 0 : one.why === null && one.gives > 0 ? 1 : 2)
  return [...coupons].sort((a, b) => rank(a) - rank(b) || b.gives - a.gives)
}

export const isUsable = (one: QuoteCoupon) => one.used || one.why === null

/** Pressing a coupon that is used leaves it out; pressing another chooses it. */
export const pickAfter = (one: QuoteCoupon) => (one.used ? 'off' : 'chosen')

/** What is closest: the sentence a cashier can say to the customer. */
export function nearest(quote: Quote | null): NotApplied | null {
  const near = (quote?.notApplied ?? []).filter((one) => (one.gap ?? 0) > 0 || (one.pieces ?? 0) > 0)
  // A piece more is nearer than any amount; then the smallest amount.
  const far = (one: NotApplied) => (one.pieces ? one.pieces - 1_000 : (one.gap ?? 0))
  return near.sort((a, b) => far(a) - far(b))[0] ?? null
}
