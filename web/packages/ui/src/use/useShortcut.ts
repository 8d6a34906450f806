import { onBeforeUnmount, onMounted } from 'vue'

/** A shortcut while the component lives: `useShortcut('F2', focusBox)`, `useShortcut('Ctrl+K', openPalette)`. */
export function useShortcut(keys: string, act: () => void) {
  const parts = keys.toLowerCase().split('+')
  const key = parts.at(-1)
  const ctrl = parts.includes('ctrl')
  const shift = parts.includes('shift')

  function onKey(event: KeyboardEvent) {
    if (event.key.toLowerCase() !== key || event.isComposing) return
    if ((event.ctrlKey || event.metaKey) !== ctrl || (shift && !event.shiftKey)) return
    event.preventDefault()
    act()
  }

  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}
