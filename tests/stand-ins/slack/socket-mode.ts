import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Waiting } from '../waiting.ts'
import type { Attempt, Outbox, Transport } from './outbox.ts'
import { createSocketConnection, type SocketConnection } from './socket-connection.ts'
import type { SocketControls } from './socket-controls.ts'

/** Socket Mode as the app sees it. */
export type SocketMode = {
  readonly transport: Transport
  readonly controls: SocketControls
  /** A ticket for one connection. */
  readonly newTicket: () => string
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  readonly end: () => void
}

export type SocketModeParts = {
  readonly appId: () => string
  readonly outbox: () => Outbox
  readonly waiting: Waiting
  readonly problem: (text: string) => void
}

/** Opens Socket Mode, with no connection yet. */
export function createSocketMode(parts: SocketModeParts): SocketMode {
  const server = new WebSocketServer({ noServer: true, autoPong: false })
  const tickets = new Set<string>()
  const open = new Set<SocketConnection>()
  const envelopes = new Set<string>()
  const state = { refusals: { status: 0, left: 0 }, holds: false, connections: 0, mostOpen: 0, next: 0 }
  const live = () => [...open].filter(({ takes }) => takes())

  const accept = (webSocket: WebSocket, socket: Socket) => {
    const connection: SocketConnection = createSocketConnection(webSocket, socket, {
      hear: (frame) => hear(parts, envelopes, connection, frame),
      gone: () => {
        open.delete(connection)
        for (const id of connection.unacknowledged()) {
          parts.outbox().failed(id, 'connection closed')
        }
        parts.waiting.changed()
      },
    })
    open.add(connection)
    state.connections += 1
    state.mostOpen = Math.max(state.mostOpen, open.size)
    if (!state.holds) greet(connection)
    parts.waiting.changed()
  }
  const greet = (connection: SocketConnection) => {
    connection.greet({ appId: parts.appId(), connections: open.size })
    parts.outbox().flush()
  }

  return {
    transport: {
      isOpen: () => live().length > 0,
      send: ({ id, kind, body, retry, reason }: Attempt) => {
        const there = live()
        const connection = there[state.next % there.length]
        state.next += 1
        if (connection === undefined) return
        envelopes.add(id)
        connection.deliver(id, {
          envelope_id: id,
          type: kind,
          accepts_response_payload: kind === 'slash_commands',
          payload: body,
          ...(kind === 'events_api' && { retry_attempt: retry, retry_reason: reason ?? '' }),
        })
      },
    },
    controls: {
      open: () => open.size,
      mostOpen: () => state.mostOpen,
      connections: () => state.connections,
      refresh: async ({ warningMs = 10, closeMs = 10 } = {}) => {
        await Promise.all([...open].map((connection) => connection.refresh(warningMs, closeMs)))
      },
      disconnect: (reason) => each(open, (connection) => connection.disconnect(reason)),
      close: (code = 1000) => each(open, (connection) => connection.close(code)),
      drop: () => each(open, (connection) => connection.drop()),
      silence: () => each(open, (connection) => connection.silence()),
      sendRaw: (frame) => each(open, (connection) => connection.sendRaw(frame)),
      refuseUpgrades: (status, times = 1) => {
        state.refusals = { status, left: times }
      },
      holdHello: () => {
        state.holds = true
      },
      releaseHello: () => {
        state.holds = false
        each(open, (connection) => connection.isGreeted() || greet(connection))
      },
    },
    newTicket: () => {
      const ticket = randomUUID()
      tickets.add(ticket)
      return ticket
    },
    upgrade: (request, socket, head) => {
      socket.on('error', () => {})
      const ticket = new URL(request.url ?? '', 'ws://127.0.0.1').searchParams.get('ticket') ?? ''
      if (state.refusals.left > 0) {
        state.refusals.left -= 1
        return refuse(socket, state.refusals.status)
      }
      if (!tickets.delete(ticket)) return refuse(socket, 404)
      server.handleUpgrade(request, socket, head, (webSocket) => accept(webSocket, request.socket))
    },
    end: () => {
      each(open, (connection) => connection.drop())
      server.close()
    },
  }
}

function hear(
  { outbox, problem }: SocketModeParts,
  envelopes: ReadonlySet<string>,
  connection: SocketConnection,
  frame: string,
): void {
  const { envelope_id: id = '', payload } = parse(frame) ?? {}
  if (!envelopes.has(id)) problem(`a frame acknowledges nothing that was sent: ${frame.slice(0, 200)}`)
  else if (!connection.settle(id)) problem(`${id} was acknowledged over a connection that did not bring it`)
  else outbox().acknowledged(id, payload)
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function each(connections: Iterable<SocketConnection>, act: (connection: SocketConnection) => void): void {
  for (const connection of connections) act(connection)
}

function parse(text: string): { readonly envelope_id?: string; readonly payload?: unknown } | undefined {
  try {
    return JSON.parse(text) as { readonly envelope_id?: string; readonly payload?: unknown }
  } catch {
    return undefined
  }
}
