import { readonly, ref } from 'vue'

export interface Toast {
  id: number
  text: string
  undo?: () => void
}

const lifeMs = 8000
const toasts = ref<Toast[]>([])
let last = 0

/** Says that something is done and, where it can be, offers to undo it: `done('已停用 3 张券', () => ...)`. */
export function useToasts() {
  function done(text: string, undo?: () => void) {
    const id = ++last
    toasts.value.push(undo ? { id, text, undo } : { id, text })
    setTimeout(() => dismiss(id), lifeMs)
  }
  function dismiss(id: number) {
    toasts.value = toasts.value.filter((toast) => toast.id !== id)
  }
  return { toasts: readonly(toasts), done, dismiss }
}
