import type { App, Receiver, ReceiverEvent } from '@slack/bolt'
import type { Log } from '../../operations/log.ts'
import { openSocketConnection, type SocketConnection } from './socket-connection.ts'
import type { SocketEnvelope, SocketFrame } from './socket-frame.ts'
import { type SocketPatience, socketPatience } from './socket-patience.ts'
import { keepSocket, type SocketUpkeep } from './socket-upkeep.ts'

export type SocketReceiverParts = {
  readonly appToken: string
  /** Ends with a slash: `https://slack.com/api/`. */
  readonly apiUrl: string
  readonly log: Log
  readonly onState: (state: 'connecting' | 'ready', reason?: string) => void
  /** A connection took the place of one before. */
  readonly onReconnected?: () => void
  /** Ends the attempts of the start, and all reconnecting. */
  readonly signal: AbortSignal
  /** Other numbers than the usual ones. */
  readonly patience?: SocketPatience
}

/**
 * Creates Bolt's Receiver over Socket Mode.
 *
 * Its start resolves at the first hello, and rejects with `PlatformRefused` where Slack refuses the token. An envelope that arrives
 * after its stop is not acknowledged, so that Slack delivers it elsewhere.
 */
export function createSocketReceiver(parts: SocketReceiverParts): Receiver {
  const { appToken, apiUrl, log, onState, onReconnected, signal, patience = socketPatience } = parts
  let app: App | undefined
  let upkeep: SocketUpkeep | undefined

  function take(frame: SocketFrame, send: SocketConnection['send']): void {
    switch (frame.type) {
      case 'envelope':
        void handle(frame, createAcknowledge(frame.id, send, log))
        return
      case 'rate-limited':
        log.warn('events-dropped', { platform: 'slack' })
        break
      case 'unusable':
        log.warn('frame-unusable', { platform: 'slack' })
        break
      case 'hello':
      case 'disconnect':
        return
    }
    // Nobody could make more of it, so it must not come again.
    if (frame.id !== undefined) void createAcknowledge(frame.id, send, log)()
  }

  async function handle({ body, retryNum, retryReason }: SocketEnvelope, ack: ReceiverEvent['ack']): Promise<void> {
    const retry = {
      ...(retryNum === undefined ? {} : { retryNum }),
      ...(retryReason === undefined ? {} : { retryReason }),
    }
    try {
      await app?.processEvent({ body, ack, ...retry })
    } catch (error) {
      log.error('event-failed', { platform: 'slack', error })
    }
  }

  return {
    init: (to) => {
      app = to
    },

    start: async () => {
      const started = keepSocket({
        open: (onFrame) => openSocketConnection({ appToken, apiUrl, patience, onFrame }),
        onFrame: take,
        onState,
        onReconnected,
        log,
        patience,
        signal,
      })
      const before = upkeep
      upkeep = started
      await before?.end()
      await started.ready
    },

    stop: async () => {
      const ending = upkeep
      upkeep = undefined
      await ending?.end()
    },
  }
}

/** Acknowledges once, with what the platform is to show where Bolt gives something; never rejects, since the work goes on without. */
function createAcknowledge(id: string, send: SocketConnection['send'], log: Log): ReceiverEvent['ack'] {
  let isAcknowledged = false
  return async (response?: unknown) => {
    if (isAcknowledged) return

    isAcknowledged = true
    const payload = typeof response === 'string' ? { text: response } : response
    const isEmpty = response === undefined || response === ''
    try {
      send({ envelope_id: id, ...(isEmpty ? {} : { payload }) })
    } catch (error) {
      log.warn('acknowledge-failed', { platform: 'slack', error })
    }
  }
}
