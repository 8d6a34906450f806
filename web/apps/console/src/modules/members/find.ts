import { api, read, useIntent, write, type Schema } from '@shuke/api'

export type Found = Schema<'FindMemberFound'>

/** What the find box answers; looking changes nothing. `isCode` says: this is a dynamic code, spend it with identify. */
export function find(typed: string): Promise<Schema<'FindMemberReply'>> {
  return read(api.GET('/api/members/find', { params: { query: { Q: typed } } }))
}

/** Spends a dynamic member code, once: who is it? */
export function useIdentify() {
  const intent = useIntent()
  return (code: string) => write(intent, (init) => api.POST('/api/members/identify', { ...init, body: { code } }))
}
