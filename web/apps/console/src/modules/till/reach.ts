import type { Refusal } from '@shuke/kit'

/** No answer at all, or a gateway that finds no server behind it: for the cashier both mean offline. */
export function isOutOfReach({ status }: Refusal): boolean {
  return [0, 502, 503, 504].includes(status)
}
