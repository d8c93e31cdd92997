import { once } from 'node:events'
import { getRequestListener } from '@hono/node-server'
import type { Adapter } from '../adapter.ts'
import type { HttpServer } from '../http-server.ts'
import { type AppParts, createApp } from './create-app.ts'

export type WebAdapterParts = AppParts & {
  readonly http: HttpServer
  /** Hears of the address once people can open it. */
  readonly onListening: (address: string) => void
}

/** Creates the adapter of the page: it serves whatever of the HTTP server no platform has taken. */
export function createWebAdapter(parts: WebAdapterParts): Adapter & { readonly ended: () => Promise<void> } {
  const { http, onListening } = parts
  const ending = new AbortController()
  const ended = once(ending.signal, 'abort')

  return {
    name: 'web',

    async start() {
      const listen = getRequestListener(createApp(parts).fetch, { errorHandler: () => unreadable() })
      http.handleRest((request, response) => void listen(request, response))
      onListening(await http.listen())
    },

    // The server is everybody's; whoever made it closes it, when all have stopped.
    stop: async () => ending.abort(),

    ended: async () => void (await ended),
  }
}

/** For a request that not even an address can be made of, such as one whose host is no name. */
function unreadable(): Response {
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }
  return new Response(null, { status: 400, headers })
}
