/** One thing a list can be narrowed by. Its values live in the address bar under `key` (days: `key`From, `key`To). */
export interface FilterChip {
  key: string
  label: string
  kind: 'choice' | 'text' | 'days'
  options?: { value: string; label: string }[]
}

/** The address keys a chip reads and writes. */
export function keysOf(chip: FilterChip): string[] {
  return chip.kind === 'days' ? [`${chip.key}From`, `${chip.key}To`] : [chip.key]
}
