import createClient from 'openapi-fetch'
import { origin, send } from './send'
import type { paths } from './schema'

/** The typed client; paths carry their /api prefix. Wrap a call in read() or write(), which turn a "no" into Refused. */
export const api = createClient<paths>({ baseUrl: origin, fetch: send })
