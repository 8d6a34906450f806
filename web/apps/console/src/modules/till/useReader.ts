import { onBeforeUnmount, onMounted } from 'vue'
import { makeBurst } from './burst'

/**
 * Card readers and scanners type wherever the focus is. Fast typing that ends with Enter is taken out of the field it
 * fell into and given to the page; in the box itself nothing needs to be done.
 */
export function useReader(scanned: (text: string) => void) {
  const burst = makeBurst()
  let field: HTMLInputElement | null = null
  let before = ''

  function onKey(event: KeyboardEvent) {
    const target = event.target as HTMLElement
    if (target.getAttribute('role') === 'combobox') return
    const text = burst.key(event.key, event.timeStamp)
    if (burst.length === 1) remember(target)
    if (text === null) return
    event.preventDefault()
    event.stopPropagation()
    restore()
    scanned(text)
  }

  /** Keydown comes before the character, so the field still holds what it held before the reader began. */
  function remember(target: HTMLElement) {
    field = target instanceof HTMLInputElement ? target : null
    before = field?.value ?? ''
  }

  function restore() {
    if (!field) return
    field.value = before
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }

  onMounted(() => window.addEventListener('keydown', onKey, true))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey, true))
}
