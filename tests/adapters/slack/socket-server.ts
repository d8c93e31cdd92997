import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket, WebSocketServer } from 'ws'

/** What apps.connections.open answers; nothing at all where `hangs`. */
export type OpenReply = {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | object
  readonly hangs?: true
  readonly afterMs?: number
}

/** What becomes of a WebSocket that is asked for. */
export type LinkReply = {
  readonly status?: number
  readonly hangs?: true
  /** No hello unless it is told when. */
  readonly helloAfterMs?: number | 'never'
  /** Sent at once behind the hello. */
  readonly behind?: string
}

export type Acknowledgement = { readonly envelope_id: string; readonly payload?: unknown }

/** The Socket Mode side of Slack, on loopback, as far as a connection sees it. */
export type SocketServer = {
  readonly apiUrl: string
  /** Requests for an address so far, with the time of each. */
  readonly opens: readonly number[]
  /** Answers to the next requests; then it is itself again. */
  readonly scriptOpen: (...replies: readonly OpenReply[]) => void
  readonly scriptLink: (...replies: readonly LinkReply[]) => void
  /** Forgets what was scripted. */
  readonly heal: () => void
  /** Open connections that have had their hello, oldest first. */
  readonly links: () => readonly WebSocket[]
  /** Open connections of any kind. */
  readonly all: () => readonly WebSocket[]
  readonly count: () => number
  /** WebSockets asked for so far. */
  readonly handshakes: () => number
  /** Reads nothing any more; resolves when the other side has dropped the connection. */
  readonly freeze: (link: WebSocket) => Promise<void>
  readonly mostAtOnce: () => number
  readonly acknowledged: readonly Acknowledgement[]
  /** Sends an event as soon as there is a connection, and again where one ends before it was acknowledged. */
  readonly deliver: (id: string, envelope?: object) => void
  /** The longest time from `deliver` to the acknowledgement, in ms. */
  readonly longestWait: () => number
  readonly close: () => Promise<void>
}

/** Starts it. */
export async function startSocketServer(): Promise<SocketServer> {
  const opens: number[] = []
  const openReplies: OpenReply[] = []
  const linkReplies: LinkReply[] = []
  const sockets = new Set<WebSocket>()
  const greeted = new Set<WebSocket>()
  const acknowledged: Acknowledgement[] = []
  const waiting = new Map<string, { readonly text: string; readonly since: number; over?: WebSocket }>()
  let mostAtOnce = 0
  let longestWait = 0
  let handshakes = 0

  const all = () => [...sockets].filter(({ readyState }) => readyState === WebSocket.OPEN)
  const count = () => all().length
  const links = () => [...greeted].filter(({ readyState }) => readyState === WebSocket.OPEN)

  function flush(): void {
    const newest = links().at(-1)
    if (newest === undefined) return
    for (const each of waiting.values()) {
      if (each.over !== undefined) continue
      each.over = newest
      newest.send(each.text)
    }
  }

  async function answerOpen(request: IncomingMessage, response: ServerResponse): Promise<void> {
    opens.push(performance.now())
    const { status = 200, headers = {}, body, hangs, afterMs } = openReplies.shift() ?? {}
    request.resume()
    if (hangs) return
    if (afterMs !== undefined) await wait(afterMs)
    const { port } = server.address() as AddressInfo
    const said = body ?? { ok: true, url: `ws://127.0.0.1:${port}/link/?ticket=fake-${opens.length}` }
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(typeof said === 'string' ? said : JSON.stringify(said))
  }

  const sending = new WebSocketServer({ noServer: true })
  function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    handshakes += 1
    const { status, hangs, helloAfterMs = 0, behind } = linkReplies.shift() ?? {}
    stream.on('error', () => {})
    if (hangs) {
      // Only the other side can end this.
      stream.resume().on('end', () => stream.destroy())
      return
    }
    if (status !== undefined) {
      stream.end(`HTTP/1.1 ${status} Fault\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
      return
    }
    sending.handleUpgrade(request, stream, head, (socket) => {
      sockets.add(socket)
      mostAtOnce = Math.max(mostAtOnce, count())
      socket.on('error', () => {})
      socket.on('close', () => forget(socket))
      socket.on('message', (data: Buffer) => hear(data.toString()))
      if (helloAfterMs === 'never') return
      if (helloAfterMs === 0) greet(socket, behind)
      else setTimeout(() => greet(socket, behind), helloAfterMs)
    })
  }

  function greet(socket: WebSocket, behind: string | undefined): void {
    if (socket.readyState !== WebSocket.OPEN) return
    socket.send(JSON.stringify({ type: 'hello', num_connections: count(), connection_info: { app_id: 'A0FAKE' } }))
    greeted.add(socket)
    if (behind !== undefined) socket.send(behind)
    flush()
  }

  function forget(socket: WebSocket): void {
    sockets.delete(socket)
    greeted.delete(socket)
    for (const each of waiting.values()) if (each.over === socket) delete each.over
    flush()
  }

  function hear(text: string): void {
    const said = JSON.parse(text) as Acknowledgement
    acknowledged.push(said)
    const since = waiting.get(said.envelope_id)?.since
    if (since !== undefined) longestWait = Math.max(longestWait, performance.now() - since)
    waiting.delete(said.envelope_id)
  }

  const server = createServer((request, response) => void answerOpen(request, response))
  server.on('upgrade', upgrade)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    opens,
    scriptOpen: (...replies) => void openReplies.push(...replies),
    scriptLink: (...replies) => void linkReplies.push(...replies),
    heal: () => {
      openReplies.length = 0
      linkReplies.length = 0
    },
    links,
    all,
    count,
    handshakes: () => handshakes,
    freeze: (link) => {
      const tcp = tcpOf(link)
      tcp.pause()
      // What is written comes back as a reset once nobody is there.
      const probing = setInterval(() => tcp.write(Buffer.from([0x8a, 0x00])), 10)
      return new Promise((resolve) => {
        tcp.once('close', () => {
          clearInterval(probing)
          resolve()
        })
      })
    },
    mostAtOnce: () => mostAtOnce,
    acknowledged,
    deliver: (id, envelope = eventEnvelope()) => {
      waiting.set(id, { text: JSON.stringify({ envelope_id: id, ...envelope }), since: performance.now() })
      flush()
    },
    longestWait: () => longestWait,
    close: async () => {
      for (const socket of sockets) socket.terminate()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A message in a channel. */
export function eventEnvelope(): object {
  const event = { type: 'message', channel: 'C0FAKE', user: 'U0FAKE', text: 'hello', ts: '1700000000.000100' }
  return {
    type: 'events_api',
    accepts_response_payload: false,
    payload: { type: 'event_callback', team_id: 'T0FAKE', event_id: 'Ev0FAKE', event },
  }
}

/** The announcement of an end. */
export function disconnectFrame(reason: string): string {
  return JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'fake' } })
}

/** The TCP connection under a WebSocket, to do what no WebSocket does. */
export function tcpOf(link: WebSocket | undefined): Socket {
  return Reflect.get(link ?? {}, '_socket') as Socket
}
