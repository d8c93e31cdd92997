import { once } from 'node:events'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { WebSocket } from 'ws'

/** One connection of the app in Socket Mode. */
export type SocketConnection = {
  /** Whether deliveries may go over it. */
  readonly takes: () => boolean
  readonly isGreeted: () => boolean
  readonly greet: (facts: { readonly appId: string; readonly connections: number }) => void
  readonly deliver: (id: string, envelope: object) => void
  /** Notes that this envelope came back; false if it did not come from here. */
  readonly settle: (id: string) => boolean
  readonly unacknowledged: () => readonly string[]
  readonly refresh: (warningMs: number, closeMs: number) => Promise<void>
  readonly disconnect: (reason: string) => void
  readonly close: (code: number) => void
  readonly drop: () => void
  readonly silence: () => void
  readonly sendRaw: (frame: string | Buffer) => void
}

type Ears = { readonly hear: (frame: string) => void; readonly gone: () => void }

/** Wraps a socket; `raw` is the one beneath. */
export function createSocketConnection(socket: WebSocket, raw: Socket, { hear, gone }: Ears): SocketConnection {
  const brought = new Set<string>()
  const unacknowledged = new Set<string>()
  const state = { isGreeted: false, isLeaving: false, isSilent: false }
  const ending = new AbortController()
  const sendRaw = (frame: string | Buffer) => {
    if (!state.isSilent && socket.readyState === socket.OPEN) socket.send(frame)
  }
  const send = (frame: object) => sendRaw(JSON.stringify(frame))
  const disconnect = (reason: string) => send({ type: 'disconnect', reason, debug_info: { host: 'fake-host' } })

  // Over at once where the connection ends.
  const pause = (ms: number) => sleep(ms, undefined, { signal: ending.signal }).catch(() => {})
  const pinging = setInterval(() => {
    if (!state.isSilent && socket.readyState === socket.OPEN) socket.ping()
  }, pingMs)
  socket.on('error', () => {})
  socket.on('ping', (data: Buffer) => {
    if (!state.isSilent && socket.readyState === socket.OPEN) socket.pong(data)
  })
  socket.on('message', (data: Buffer) => {
    if (!state.isSilent) hear(data.toString())
  })
  socket.on('close', () => {
    clearInterval(pinging)
    ending.abort()
    gone()
  })

  return {
    takes: () => state.isGreeted && !state.isLeaving && socket.readyState === socket.OPEN,
    isGreeted: () => state.isGreeted,
    greet: ({ appId, connections }) => {
      state.isGreeted = true
      send({
        type: 'hello',
        num_connections: connections,
        debug_info: { host: 'fake-host', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: appId },
      })
    },
    deliver: (id, envelope) => {
      brought.add(id)
      unacknowledged.add(id)
      send(envelope)
    },
    settle: (id) => {
      unacknowledged.delete(id)
      return brought.has(id)
    },
    unacknowledged: () => [...unacknowledged],
    refresh: async (warningMs, closeMs) => {
      const closed = socket.readyState === socket.CLOSED ? Promise.resolve() : once(socket, 'close')
      disconnect('warning')
      await pause(warningMs)
      state.isLeaving = true
      disconnect('refresh_requested')
      await pause(closeMs)
      socket.close(1000)
      await pause(handshakeMs)
      socket.terminate()
      await closed
    },
    disconnect,
    close: (code) => {
      state.isLeaving = true
      socket.close(code)
    },
    drop: () => {
      state.isLeaving = true
      raw.resetAndDestroy()
      socket.terminate()
    },
    silence: () => {
      state.isSilent = true
    },
    sendRaw,
  }
}

/** How often Slack sends a ping, as seen by others; its documents do not say. */
const pingMs = 10_000
const handshakeMs = 500
