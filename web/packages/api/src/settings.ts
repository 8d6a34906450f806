import type { Language, Refusal } from '@shuke/kit'

/** What the app tells the client once at start; the client itself never opens a dialog or changes the page. */
export interface ApiSettings {
  language: () => Language
  /** The session is over (session_expired): the app shows the login page and keeps the address. */
  signedOut: (refusal: Refusal) => void
  /** A command needs a second person: the app asks and answers the approval's id, or null when the person gives up. */
  approve: (refusal: Refusal) => Promise<string | null>
}

export const settings: ApiSettings = {
  language: () => 'zh',
  signedOut: () => {},
  approve: () => Promise.resolve(null),
}

export function configureApi(given: Partial<ApiSettings>): void {
  Object.assign(settings, given)
}
