import { computed, ref, shallowRef } from 'vue'
import { Refused, type Refusal } from '@shuke/kit'
import { useIntent } from '@shuke/api'
import * as calls from './calls'
import type { FoundMember, Goods } from './contract'
import { asks, type Typed } from './typed'

export type Hit =
  | { type: 'goods'; key: string; goods: Goods }
  | { type: 'member'; key: string; member: FoundMember }
  | { type: 'amount'; key: string; fen: number }

/** Asks goods and members what a text is; a newer text drops the older question. */
export function useFind() {
  const hits = shallowRef<Hit[]>([])
  const refusal = shallowRef<Refusal | null>(null)
  const isSearching = ref(false)
  const identifying = useIntent()
  let asking: AbortController | null = null

  async function find(typed: Typed): Promise<Hit[] | null> {
    asking?.abort()
    const mine = (asking = new AbortController())
    isSearching.value = true
    refusal.value = null
    try {
      const found = await search(typed, mine.signal)
      if (asking !== mine) return null
      hits.value = found
      return found
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return null
      if (!(error instanceof Refused)) throw error
      if (asking === mine) refusal.value = error.refusal
      return null
    } finally {
      if (asking === mine) isSearching.value = false
    }
  }

  async function search(typed: Typed, signal: AbortSignal): Promise<Hit[]> {
    const who = asks(typed)
    const [goods, members] = await Promise.all([
      who.goods ? calls.findGoods(typed.text, signal).then((reply) => reply.items) : [],
      who.members ? byMember(typed, signal) : [],
    ])
    const amount: Hit[] = typed.fen === null ? [] : [{ type: 'amount', key: 'amount', fen: typed.fen }]
    const people = members.map((member): Hit => ({ type: 'member', key: `m${member.id}`, member }))
    const things = goods.map((each): Hit => ({ type: 'goods', key: `g${each.id}`, goods: each }))
    return typed.kind === 'phone' ? [...people, ...things] : [...things, ...people, ...amount]
  }

  /** An eighteen-digit code changes every minute and is spent by asking, so it is a command of its own. */
  async function byMember(typed: Typed, signal: AbortSignal): Promise<FoundMember[]> {
    const reply = await calls.findMembers(typed.text, signal)
    if (!reply.isCode) return reply.items
    const { id } = await calls.identify(identifying, typed.text)
    const member = await calls.member(id)
    return [{ ...member, matched: 'card', card: null, cardState: null }]
  }

  function clear() {
    asking?.abort()
    asking = null
    hits.value = []
    refusal.value = null
    isSearching.value = false
  }

  return { hits, refusal, isSearching: computed(() => isSearching.value), find, clear }
}
