import { yuanText } from '@shuke/kit'
import { api, read } from '@shuke/api'
import type { Hit } from '../../modules'

/** Ctrl K finds goods as the till does: barcode, code, name, pinyin. */
export default async function search(text: string): Promise<Hit[]> {
  const found = await read(api.GET('/api/goods/find', { params: { query: { Q: text } } }))
  return found.items.slice(0, 8).map((item) => ({
    title: item.name,
    detail: `¥${yuanText(item.price ?? 0)}`,
    to: `/goods?open=${item.id}`,
  }))
}
