/** A scanner or card reader types like a person, only faster: at most this long between two keys. */
const gapMsMax = 40
const lengthMin = 6

/** Recognises fast typing that ends with Enter. Feed it every key; it answers the text when a reader has finished. */
export function makeBurst() {
  let text = ''
  let last = 0

  return {
    /** How many characters of the current burst have gone by. */
    get length() {
      return text.length
    },
    key(key: string, at: number): string | null {
      const isFast = at - last <= gapMsMax
      last = at
      if (key === 'Enter') {
        const done = isFast && text.length >= lengthMin ? text : null
        text = ''
        return done
      }
      if (key.length !== 1) return null
      text = isFast ? text + key : key
      return null
    },
  }
}
