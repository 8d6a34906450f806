import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** What a drawer shows is in the address (`?open=42`), so that back closes it and a link opens it. */
export function useDrawer(name = 'open') {
  const route = useRoute()
  const router = useRouter()

  const id = computed(() => {
    const given = route.query[name]
    return typeof given === 'string' && given !== '' ? given : null
  })

  function open(next: string) {
    return router.push({ query: { ...route.query, [name]: next } })
  }

  function close() {
    const query = { ...route.query }
    delete query[name]
    return router.push({ query })
  }

  return { id, open, close }
}
