/** A column of a DataTable: `cell` gives plain text; a slot named after the key gives anything else. */
export interface Column<T> {
  key: string
  title: string
  cell?: (row: T) => string | number
  align?: 'left' | 'right'
  width?: string
  /** Left out where there is no room for it. */
  hideOnPhone?: boolean
}
