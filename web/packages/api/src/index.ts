export { api } from './client'
export { configureApi, type ApiSettings } from './settings'
export { ask, command, read, readTagged, useIntent, write, type Intent, type WriteInit } from './calls'
export type { components, operations, paths } from './schema'
import type { components } from './schema'

/** A named shape of the API: `Schema<'Session'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]
