import { readonly, ref } from 'vue'

export type Theme = 'auto' | 'light' | 'dark'

const place = 'shuke.theme'
const system = globalThis.matchMedia?.('(prefers-color-scheme: dark)')
const theme = ref<Theme>(kept())

/** Called once at start; afterwards the page follows the person's choice, or the system's when they chose none. */
export function startTheme(): void {
  system?.addEventListener('change', apply)
  apply()
}

export function useTheme() {
  function choose(next: Theme) {
    theme.value = next
    localStorage.setItem(place, next)
    apply()
  }
  return { theme: readonly(theme), choose }
}

function apply() {
  const dark = theme.value === 'dark' || (theme.value === 'auto' && system?.matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}

function kept(): Theme {
  const found = globalThis.localStorage?.getItem(place)
  return found === 'light' || found === 'dark' ? found : 'auto'
}
