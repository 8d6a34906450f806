import type { Ref } from 'vue'

/** Keys inside a table body: arrows move, Enter opens, Space selects. */
export function useRowKeys(body: Ref<HTMLElement | null>, open: (i: number) => void, select: (i: number) => void) {
  return (event: KeyboardEvent) => {
    const rows = [...(body.value?.querySelectorAll<HTMLElement>('tr') ?? [])]
    const at = rows.findIndex((row) => row === event.target)
    if (at < 0) return
    const acts: Record<string, () => void> = {
      ArrowDown: () => rows[at + 1]?.focus(),
      ArrowUp: () => rows[at - 1]?.focus(),
      Enter: () => open(at),
      ' ': () => select(at),
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
}
