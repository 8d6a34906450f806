import { api, read } from '@shuke/api'

/** Files go through the client, so that a refusal is shown as one instead of being saved as the file. */
export function keep(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

export async function downloadGoods(format: 'xlsx' | 'csv', name: string): Promise<void> {
  const call = api.GET('/api/goods/export', { params: { query: { Format: format } }, parseAs: 'blob' })
  keep(`${name}.${format}`, (await read(call)) as unknown as Blob)
}

export async function downloadTemplate(name: string): Promise<void> {
  keep(name, (await read(api.GET('/api/goods/imports/template', { parseAs: 'blob' }))) as unknown as Blob)
}

export async function downloadRows(id: string, outcome: string, name: string): Promise<void> {
  const call = api.GET('/api/goods/imports/{id}/rows', {
    params: { path: { id }, query: { Outcome: outcome } },
    parseAs: 'blob',
  })
  keep(name, (await read(call)) as unknown as Blob)
}
