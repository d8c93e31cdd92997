import type { Connection } from './gateway-connection.ts'

/** One session of the bot, which outlives its connections. */
export type Session = {
  readonly id: string
  readonly intents: number
  /** Numbers an event, keeps it for a resume, and sends it (`times` times) if somebody is connected. */
  readonly dispatch: (event: string, data: string, times?: number) => void
  /** Whether an event of this number was ever sent. */
  readonly knows: (sequence: number) => boolean
  /** Sends all that came after a number once more. */
  readonly replay: (after: number) => void
  readonly join: (connection: Connection) => void
  /** Forgets a connection, unless another one has joined since. */
  readonly leave: (connection: Connection) => void
}

/** Opens a session. */
export function createSession(id: string, intents: number): Session {
  let last = 0
  let log: { readonly number: number; readonly frame: string }[] = []
  let current: Connection | undefined

  return {
    id,
    intents,
    dispatch: (event, data, times = 1) => {
      last += 1
      const frame = `{"op":0,"t":"${event}","s":${last},"d":${data}}`
      log.push({ number: last, frame })
      if (log.length > maxKept) log = log.slice(-maxKept / 2)
      for (let sent = 0; sent < times; sent += 1) current?.sendFrame(frame)
    },
    knows: (sequence) => sequence >= 0 && sequence <= last,
    replay: (after) => {
      for (const { number, frame } of log) if (number > after) current?.sendFrame(frame)
    },
    join: (connection) => {
      current = connection
    },
    leave: (connection) => {
      if (current === connection) current = undefined
    },
  }
}

/** Events kept for a resume: more than any test lets pile up, and few enough that a long load run stays small. */
const maxKept = 10_000
