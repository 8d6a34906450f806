import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * Filters that live in the address bar: `useQueryFilters({ q: '', tier: '' })`. A value equal to its default leaves the
 * address, so a clean list has a clean address. Other query keys (an open drawer) are left alone.
 */
export function useQueryFilters<F extends Record<string, string>>(defaults: F) {
  const route = useRoute()
  const router = useRouter()
  const keys = Object.keys(defaults) as (keyof F & string)[]

  const values = computed(() => {
    const found = { ...defaults } as Record<string, string>
    for (const key of keys) {
      const given = route.query[key]
      if (typeof given === 'string') found[key] = given
    }
    return found as F
  })

  const active = computed(() => keys.filter((key) => values.value[key] !== defaults[key]))

  function set(change: Partial<F>) {
    const query = { ...route.query }
    for (const [key, value] of Object.entries(change)) {
      if (value === undefined || value === defaults[key]) delete query[key]
      else query[key] = value as string
    }
    return router.replace({ query, hash: route.hash })
  }

  return { values, active, set, clear: () => set(defaults) }
}
