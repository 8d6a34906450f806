import type { Hit } from '../../modules'
import { find } from './find'

/** Members in the search box of the whole console (Ctrl K). */
export default async function search(text: string): Promise<Hit[]> {
  const { items } = await find(text)
  return items.slice(0, 6).map((member) => ({
    title: member.name,
    detail: member.phone ?? String(member.number),
    to: `/members/${member.id}`,
  }))
}
