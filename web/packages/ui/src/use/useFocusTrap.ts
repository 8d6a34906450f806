import { onBeforeUnmount, onMounted, type Ref } from 'vue'

const focusable =
  'a[href],button:not(:disabled),input:not(:disabled),select:not(:disabled),textarea:not(:disabled),[tabindex="0"]'

/** Keeps Tab inside an open layer and gives the focus back to where it was when the layer goes. */
export function useFocusTrap(layer: Ref<HTMLElement | null>, onEscape: () => void) {
  const before = document.activeElement

  function onKey(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.stopPropagation()
      onEscape()
    }
    if (event.key !== 'Tab' || !layer.value) return
    const stops = [...layer.value.querySelectorAll<HTMLElement>(focusable)]
    const edge = event.shiftKey ? stops[0] : stops.at(-1)
    if (stops.length > 0 && document.activeElement !== edge && layer.value.contains(document.activeElement)) return
    event.preventDefault()
    ;(event.shiftKey ? stops.at(-1) : stops[0])?.focus()
  }

  onMounted(() => {
    layer.value?.addEventListener('keydown', onKey)
    const first = layer.value?.querySelector<HTMLElement>('[autofocus]')
    ;(first ?? layer.value)?.focus()
  })
  onBeforeUnmount(() => {
    layer.value?.removeEventListener('keydown', onKey)
    if (before instanceof HTMLElement) before.focus()
  })
}
