import type { RouteRecordRaw } from 'vue-router'
import type { Text } from './i18n'
import type { NavWord } from './nav'

/** What a route tells the shell. */
export interface RouteMetaFields {
  title?: Text
  /** The permission code this page needs; none means everybody who is signed in. */
  permission?: string
  /** The word of the navigation this page stands under; left out for details. */
  nav?: NavWord
  /** The place among the pages of the same word; 10 when not given. */
  order?: number
  /** `bare` pages fill the screen without navigation: the till, login, first run. */
  layout?: 'shell' | 'bare'
  /** Reachable without being signed in. */
  isPublic?: boolean
  /** The module whose words the page needs; filled in from its folder. */
  module?: string
  /** Further modules whose words the page uses. */
  words?: string[]
}

/** Something the search box (Ctrl K) found. */
export interface Hit {
  title: string
  detail?: string
  to: string
}

export type Search = (text: string) => Promise<Hit[]>

const files = import.meta.glob<{ default: RouteRecordRaw[] }>('./modules/*/routes.ts', { eager: true })
const searches = import.meta.glob<{ default: Search }>('./modules/*/search.ts')

/** Every module's routes; a new folder with a routes.ts is all it takes. */
export const moduleRoutes: RouteRecordRaw[] = Object.entries(files).flatMap(([path, file]) => {
  const module = path.split('/')[2]!
  return file.default.map((route) => ({ ...route, meta: { ...route.meta, module } }))
})

/** Asks every module that offers a search.ts. One that fails is left out: the others still help. */
export async function searchModules(text: string): Promise<Hit[]> {
  const asked = Object.values(searches).map(async (load) => (await load()).default(text))
  const answers = await Promise.allSettled(asked)
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
}
