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
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })

  return {
    name: 'web',

    async start() {
      http.handleRest(getRequestListener(createApp(parts).fetch, { overrideGlobalObjects: false }))
      onListening(await http.listen())
    },

    // The server is everybody's; whoever made it closes it, when all have stopped.
    stop: async () => end(),

    ended: () => ended,
  }
}
