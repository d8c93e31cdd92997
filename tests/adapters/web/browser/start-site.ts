import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Ending } from './start-page.ts'

/** Another site, on an origin of its own, with a content policy as strict as one can be that still allows the chat. */
export type Site = {
  readonly origin: string
  /** Says what its page holds. */
  readonly write: (body: string) => void
}

/** Serves the site until the end; `chat` gives the origin of the chat once that is known. */
export async function startSite({ onTestFinished }: Ending, chat: () => string): Promise<Site> {
  let body = ''
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('content-security-policy', `default-src 'none'; script-src ${chat()}; frame-src ${chat()}`)
    response.end(`<!doctype html><html lang="en"><title>A clinic</title><body><h1>A clinic</h1>${body}</body></html>`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.close()
    server.closeAllConnections()
  })
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('A site listens on a port')
  return {
    origin: `http://localhost:${at.port}`,
    write: (written) => {
      body = written
    },
  }
}
