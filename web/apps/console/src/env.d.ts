/// <reference types="vite/client" />
import 'vue-router'
import type { RouteMetaFields } from './modules'

declare module 'vue-router' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface RouteMeta extends RouteMetaFields {}
}
