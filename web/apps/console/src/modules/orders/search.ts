import { yuanText } from '@shuke/kit'
import { orders } from '../till/calls'
import type { Hit } from '../../modules'

const hitsMax = 5

/** Tickets by number, from the search box of the console. */
export default async function search(text: string): Promise<Hit[]> {
  if (!/\d{3}/.test(text)) return []
  const { items } = await orders({ q: text, limit: hitsMax })
  return items.map((order) => ({
    title: order.number,
    detail: `¥${yuanText(order.payable)} ${order.member ?? ''}`.trim(),
    to: `/orders?open=${order.id}`,
  }))
}
