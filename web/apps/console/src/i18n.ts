import { computed } from 'vue'
import { createI18n } from 'vue-i18n'
import type { Language } from '@shuke/kit'
import ui from '@shuke/ui/locale'
import shell from './shell/locale'

/** A short text that must be known before its module is loaded: titles of pages and of the navigation. */
export type Text = Record<Language, string>

/** The words of one module, in both languages, in one file. */
export interface Words {
  zh: object
  en: object
}

const place = 'shuke.language'

export const i18n = createI18n({
  legacy: false,
  locale: localStorage.getItem(place) === 'en' ? 'en' : 'zh',
  fallbackLocale: 'zh',
  messages: { zh: { ui: ui.zh, shell: shell.zh }, en: { ui: ui.en, shell: shell.en } },
})

const { locale } = i18n.global
document.documentElement.lang = locale.value === 'zh' ? 'zh-CN' : 'en'

export const language = computed<Language>(() => (locale.value === 'en' ? 'en' : 'zh'))

export function setLanguage(next: Language): void {
  locale.value = next
  localStorage.setItem(place, next)
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
}

/** The language a person set for themselves counts until somebody chooses another one on this device. */
export function adoptLanguage(theirs: Language): void {
  if (localStorage.getItem(place) !== null) return
  locale.value = theirs
  document.documentElement.lang = theirs === 'zh' ? 'zh-CN' : 'en'
}

export function say(text: Text | undefined): string {
  return text ? text[language.value] : ''
}

const files = import.meta.glob<{ default: Words }>('./modules/*/locale.ts')
const loaded = new Map<string, Promise<void>>()

/** Loads a module's words under its own name: `t('members.list.title')`. */
export function loadWords(module: string): Promise<void> {
  const known = loaded.get(module)
  if (known) return known
  const load = files[`./modules/${module}/locale.ts`]
  const done = load ? load().then((file) => put(module, file.default)) : Promise.resolve()
  loaded.set(module, done)
  return done
}

function put(module: string, words: Words) {
  i18n.global.mergeLocaleMessage('zh', { [module]: words.zh })
  i18n.global.mergeLocaleMessage('en', { [module]: words.en })
}
