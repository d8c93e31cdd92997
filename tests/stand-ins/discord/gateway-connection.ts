import { GatewayCloseCodes } from 'discord.js'
import type { WebSocket } from 'ws'
import type { Session } from './gateway-session.ts'

/** One connection of the bot to the gateway. */
export type Connection = {
  /** What it speaks for, once it has identified or resumed. */
  session: Session | undefined
  /** Whether heartbeats are acknowledged. */
  acknowledges: boolean
  readonly send: (op: number, data: unknown) => void
  readonly sendFrame: (frame: string) => void
  readonly close: (code: number) => void
  /** Breaks off without a word. */
  readonly cut: () => void
  /** Neither hears nor says anything from here on, although the socket stays open. */
  readonly freeze: () => void
}

/** Wraps a socket; `hear` gets each thing that the bot sends. */
export function createConnection(socket: WebSocket, hear: (op: number, data: unknown) => void): Connection {
  let isFrozen = false
  let times: readonly number[] = []
  const connection: Connection = {
    session: undefined,
    acknowledges: true,
    send: (op, data) => connection.sendFrame(JSON.stringify({ op, d: data, s: null, t: null })),
    sendFrame: (frame) => {
      if (!isFrozen && socket.readyState === socket.OPEN) socket.send(frame)
    },
    close: (code) => socket.close(code),
    cut: () => socket.terminate(),
    freeze: () => {
      isFrozen = true
      socket.pause()
    },
  }

  socket.on('error', () => {})
  socket.on('message', (text: Buffer) => {
    const now = performance.now()
    times = [...times.filter((at) => now - at < 60_000), now]
    if (times.length > maxSendsAMinute) return connection.close(GatewayCloseCodes.RateLimited)
    const frame = text.length > maxBytes ? undefined : parse(text.toString())
    if (frame === undefined) connection.close(GatewayCloseCodes.DecodeError)
    else hear(frame.op, frame.d)
  })
  return connection
}

function parse(text: string): { readonly op: number; readonly d: unknown } | undefined {
  try {
    return JSON.parse(text) as { readonly op: number; readonly d: unknown }
  } catch {
    return undefined
  }
}

/** Longest event a bot may send, and how many of them (gateway.mdx, "Sending Events" and "Rate Limiting"). */
const maxBytes = 4_096
const maxSendsAMinute = 120
