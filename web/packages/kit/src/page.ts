/** One page of a list: the rows, where the next page starts, and the true count of all rows that match. */
export interface Page<T> {
  items: T[]
  next: string | null
  total: number
}
