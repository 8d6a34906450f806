import { computed } from 'vue'
import { api, read } from '@shuke/api'
import { useLoad } from '@shuke/ui'

export interface Target {
  id: string
  name: string
}

/** Everything an effect can point at, by the kind of effect. What a person may not see is simply not offered. */
export function useTargets() {
  const quiet = <T>(call: Promise<T>, none: T) => call.catch(() => none)
  const found = useLoad(async () => {
    const [assets, coupons, draws, tags, badges, tasks, tiers] = await Promise.all([
      quiet(read(api.GET('/api/ledger/assets')), []),
      quiet(
        read(api.GET('/api/coupons/templates')).then((page) => page.items),
        [],
      ),
      quiet(read(api.GET('/api/rewards/draws')), []),
      quiet(
        read(api.GET('/api/members/tags')).then((page) => page.items),
        [],
      ),
      quiet(read(api.GET('/api/rewards/badges')), []),
      quiet(read(api.GET('/api/rewards/tasks')), []),
      quiet(read(api.GET('/api/tiers')), []),
    ])
    const of = (list: { id?: string | null; name: string }[]): Target[] =>
      list.map((one) => ({ id: one.id ?? '', name: one.name }))
    return {
      points: assets.filter((a) => a.kind === 'points' && a.active).map((a) => ({ id: a.id, name: a.nameZh })),
      voucher: assets.filter((a) => a.kind === 'times' && a.active).map((a) => ({ id: a.id, name: a.nameZh })),
      coupon: of(coupons.filter((c) => c.state === 'active')),
      chances: of(draws),
      tag_add: of(tags),
      tag_remove: of(tags),
      badge: badges.map((b) => ({ id: b.id, name: b.titleZh })),
      task: tasks.map((one) => ({ id: one.id, name: one.titleZh })),
      tier: of(tiers.filter((tier) => !tier.isBase)),
    } as Record<string, Target[]>
  })
  return computed(() => found.data.value ?? {})
}
