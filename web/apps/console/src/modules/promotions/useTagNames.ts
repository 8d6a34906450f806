import { computed } from 'vue'
import { api, read } from '@shuke/api'
import { useLoad } from '@shuke/ui'

/** Tags that can be chosen; none where the reader may not see them. */
export function useTagNames() {
  const { data } = useLoad(() =>
    read(api.GET('/api/members/tags'))
      .then((page) => page.items)
      .catch(() => []),
  )
  return computed(() => data.value ?? [])
}
