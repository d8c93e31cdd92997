import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../operations/log.ts'
import { PlatformRefused } from './platform-refused.ts'

/** The one server for everything that speaks HTTP; it listens once somebody needs it. */
export type HttpServer = {
  /** Gives every request to a path, whatever its method, to a listener. */
  readonly handle: (path: string, listener: RequestListener) => void
  /** Gives every request that nobody else handles to a listener. */
  readonly handleRest: (listener: RequestListener) => void
  /** Listens, if it does not yet, and gives the address; rejects with what to mend where it cannot. */
  readonly listen: () => Promise<string>
  /** Takes no new requests and lets those under way finish. */
  readonly close: () => Promise<void>
}

export type HttpServerOptions = {
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  readonly log: Log
  /** For a request to arrive whole: nobody keeps a connection by sending slowly. Ten seconds unless told otherwise. */
  readonly requestMs?: number
  /** For a reply that is not read. Half a minute unless told otherwise. */
  readonly silentMs?: number
}

const times = {
  requestMs: 10_000,
  /** Longer than load balancers keep theirs, so that none sends into a connection that is just closed: 60 s is usual there. */
  keepAliveMs: 65_000,
  /** For a reply that nobody reads; each byte that is read begins it anew. */
  silentMs: 30_000,
  /** For requests under way at the end. */
  closeMs: 2_000,
} as const

/** Creates the server; what has no listener is not found. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { host, port, log, requestMs = times.requestMs, silentMs = times.silentMs } = options
  const listeners = new Map<string, RequestListener>()
  let rest: RequestListener | undefined
  let listening: Promise<string> | undefined
  const server = createServer(
    {
      requestTimeout: requestMs,
      headersTimeout: requestMs,
      keepAliveTimeout: times.keepAliveMs,
      connectionsCheckingInterval: requestMs / 2,
    },
    (request, response) => {
      // Connections that are kept would hold up the end.
      response.once('close', () => {
        if (!server.listening) setImmediate(() => server.closeIdleConnections())
      })
      // Checks of old load balancers name no host, which HTTP/1.0 does not ask for.
      if (request.httpVersion === '1.0') request.headers.host ??= 'localhost'
      try {
        const listener = listeners.get(pathOf(request)) ?? rest
        if (listener === undefined) return end(response, 404)
        return listener(request, response)
      } catch (error) {
        log.error('request-failed', { error })
        return end(response, 500)
      }
    },
  )

  server.setTimeout(silentMs)

  async function listen(): Promise<string> {
    const started = once(server, 'listening')
    server.listen(port, host)
    try {
      await started
    } catch (error) {
      throw refusal(error) ?? error
    }
    server.on('error', (error) => log.error('http-server', { error }))
    const at = server.address()
    if (at === null || typeof at === 'string') throw new Error('An HTTP server listens on a port')
    return `http://${nameOf(at)}:${at.port}`
  }

  /** What is no fault of the program's but of its settings. */
  function refusal(error: unknown): PlatformRefused | undefined {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') {
      return new PlatformRefused(
        `PORT ${port} is in use by another program (end that one, or set PORT to another number)`,
      )
    }
    if (code === 'EACCES')
      return new PlatformRefused(`PORT ${port} needs rights that this program lacks (set PORT to 1024 or more)`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      return new PlatformRefused('HOST is no address of this machine (set it to 127.0.0.1 or 0.0.0.0, or remove it)')
    }
    return undefined
  }

  return {
    handle: (path, listener) => void listeners.set(path, listener),
    handleRest: (listener) => {
      rest = listener
    },

    listen: () => {
      listening ??= listen()
      return listening
    },

    async close() {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      await Promise.race([closed, wait(times.closeMs, undefined, { ref: false })])
      server.closeAllConnections()
    },
  }
}

/** The host to open; what stands for every address of this machine can be opened nowhere. */
function nameOf({ address, family }: AddressInfo): string {
  if (address === '0.0.0.0') return '127.0.0.1'
  if (address === '::') return '[::1]'
  return family === 'IPv6' ? `[${address}]` : address
}

/** The path without a query; a target that is no path is found nowhere. */
function pathOf({ url = '' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? ''
}

function end(response: ServerResponse, status: number): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, { 'content-length': 0 }).end()
}
