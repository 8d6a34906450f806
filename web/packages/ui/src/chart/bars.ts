/** One bar: `value` is drawn, `text` (or `short` where room is little) is what people read. */
export interface Bar {
  label: string
  value: number
  text: string
  short?: string
  /** A word below the axis; give it to a few bars only. */
  tick?: string
  strong?: boolean
}
