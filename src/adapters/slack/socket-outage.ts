import type { Log } from '../../operations/log.ts'
import { isSocketModeOff, readSocketRefusal, socketModeOff } from './socket-refusal.ts'

export type SocketOutageParts = {
  readonly log: Log
  readonly onState: (state: 'connecting' | 'ready', reason?: string) => void
}

/** What is told of the time in which Slack cannot be reached: each kind of failure once, not each attempt. */
export type SocketOutage = {
  /** There is no connection. */
  readonly begin: () => void
  /** An attempt has failed, or need not be made yet. */
  readonly tell: (error: unknown, pauseMs: number) => void
  /** There is a connection again. */
  readonly end: () => void
}

/** Creates it; at first there is no connection. */
export function createSocketOutage({ log, onState }: SocketOutageParts): SocketOutage {
  const told = new Set<string | undefined>()
  let isOut = true
  let words: string | undefined

  return {
    begin: () => {
      isOut = true
      onState('connecting', words ?? 'the connection was lost')
    },

    tell: (error, pauseMs) => {
      const refusal = isSocketModeOff(error) ? socketModeOff : readSocketRefusal(error)?.message
      words = refusal ?? words
      if (isOut && refusal !== undefined) onState('connecting', refusal)
      if (told.has(refusal)) return

      told.add(refusal)
      const ms = Math.round(pauseMs)
      log.warn('cannot-connect', {
        platform: 'slack',
        error,
        ms,
        ...(refusal === undefined ? {} : { reason: refusal }),
      })
    },

    end: () => {
      told.clear()
      words = undefined
      if (isOut) onState('ready')
      isOut = false
    },
  }
}
