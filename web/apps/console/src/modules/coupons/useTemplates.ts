import { computed } from 'vue'
import { api, read } from '@shuke/api'
import { useLoad } from '@shuke/ui'

/** The templates that are being handed out, to choose from. */
export function useTemplates() {
  const { data } = useLoad(() =>
    read(api.GET('/api/coupons/templates', { params: { query: { State: 'active', Limit: 200 } } }))
      .then((page) => page.items)
      .catch(() => []),
  )
  return computed(() => data.value ?? [])
}
