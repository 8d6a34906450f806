import { Refused, type Page } from '@shuke/kit'
import { api, read, write, type Intent, type Schema } from '@shuke/api'

export type Product = Schema<'ProductReply'>
export type Category = Schema<'ListCategoriesItem'>
export type Import = Schema<'ImportReply'>
export type Decisions = Schema<'ShowDecisionsReply'>
export type Group = Schema<'ShowDecisionsGroup'>
export type Choice = Schema<'SameChoice'>

/** As the server allows at most; checked here first, so that nobody waits for an upload in vain. */
export const fileBytesMax = 20 * 1024 * 1024

export const loadCategories = async () => (await read(api.GET('/api/categories'))).items

/** Categories in the order of the tree, each with the names above it: 饮料 / 果汁. */
export function treeOf(all: Category[]): { category: Category; depth: number; path: string }[] {
  const below = (parent: string | null, depth: number, prefix: string): ReturnType<typeof treeOf> =>
    all
      .filter((category) => category.parentId === parent)
      .flatMap((category) => {
        const path = prefix ? `${prefix} / ${category.name}` : category.name
        return [{ category, depth, path }, ...below(category.id, depth + 1, path)]
      })
  return below(null, 0, '')
}

/** `none` is the category of goods without one. */
export async function listGoods(
  filters: { q: string; category: string; active: string },
  after: string | null,
): Promise<Page<Product>> {
  const { q, category, active } = filters
  const query = {
    ...(q ? { Q: q } : {}),
    ...(category === 'none' ? { None: true } : category ? { Category: category } : {}),
    ...(active === 'all' ? {} : { Active: active !== 'off' }),
    ...(after ? { After: after } : {}),
  }
  return read(api.GET('/api/goods', { params: { query } }))
}

/** Hands in a table as the raw body; the answer is an import to look at. */
export async function uploadGoods(intent: Intent, file: File, tooLarge: string): Promise<Import> {
  if (file.size > fileBytesMax)
    throw new Refused({ code: 'file_too_large', title: tooLarge, detail: tooLarge, status: 413 })
  // The API description knows neither the body nor its name: both are read before the slice.
  const options = { params: { query: { name: file.name } }, body: file, bodySerializer: (body: File) => body }
  return write(intent, ({ headers }) =>
    api.POST('/api/goods/imports', {
      ...(options as object),
      headers: { ...headers, 'Content-Type': 'application/octet-stream' },
    }),
  )
}
