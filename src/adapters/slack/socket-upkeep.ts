import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../../operations/log.ts'
import type { SocketConnection } from './socket-connection.ts'
import { SocketEnded } from './socket-ended.ts'
import type { SocketFrame } from './socket-frame.ts'
import { createSocketOutage } from './socket-outage.ts'
import type { SocketPatience } from './socket-patience.ts'
import { createSocketPause } from './socket-pause.ts'
import { isSocketModeOff, readSocketRefusal } from './socket-refusal.ts'

/** A connection that is replaced when it ends, or before that where its end is announced. */
export type SocketUpkeep = {
  /** Resolves at the first hello; rejects with what to mend where Slack refuses the token. */
  readonly ready: Promise<void>
  /** Ends everything; nothing more is taken in from the call on. */
  readonly end: () => Promise<void>
}

export type SocketUpkeepParts = {
  readonly open: (onFrame: (frame: SocketFrame) => void) => SocketConnection
  /** Takes in what else arrives, to be acknowledged over the connection that brought it. Never throws. */
  readonly onFrame: (frame: SocketFrame, send: SocketConnection['send']) => void
  readonly onState: (state: 'connecting' | 'ready', reason?: string) => void
  /** A connection took the place of one before. */
  readonly onReconnected?: (() => void) | undefined
  readonly log: Log
  readonly patience: SocketPatience
  /** Ends attempts and replacements; what is open stays open until the end. */
  readonly signal: AbortSignal
}

type Link = {
  readonly connection: SocketConnection
  state: 'opening' | 'open' | 'leaving' | 'over'
  /** Why it must not be replaced at once. */
  trouble?: SocketEnded
}

/** Of connections at the same time. */
const most = 2

/**
 * Keeps a connection up, with one attempt at a time.
 *
 * A connection whose end is announced is listened to until it ends, so that no moment is without one.
 */
export function keepSocket({
  open,
  onFrame,
  onState,
  onReconnected,
  log,
  patience,
  ...parts
}: SocketUpkeepParts): SocketUpkeep {
  const links = new Set<Link>()
  const stopping = new AbortController()
  const signal = AbortSignal.any([parts.signal, stopping.signal])
  const pause = createSocketPause(patience)
  const outage = createSocketOutage({ log, onState })
  let current: Link | undefined
  let isConnecting = false
  let wasReady = false

  signal.addEventListener('abort', () => {
    for (const { connection, state } of links) if (state === 'opening') void connection.close()
  })

  /** Makes attempts until one succeeds; rejects where none is wanted any more, or at the start with what to mend. */
  async function connect(trouble?: SocketEnded): Promise<void> {
    isConnecting = true
    let error: unknown = trouble
    for (let failures = 0; ; failures += 1) {
      const refused = readSocketRefusal(error)
      if (refused !== undefined && !wasReady) throw refused
      const pauseMs = pause(failures, error)
      if (error !== undefined) outage.tell(error, pauseMs)
      if (pauseMs > 0) await wait(pauseMs, undefined, { signal })
      await makeRoom()
      signal.throwIfAborted()
      const link = openLink()
      try {
        await link.connection.hello
        signal.throwIfAborted()
        arrive(link)
        return
      } catch (problem) {
        await link.connection.close()
        signal.throwIfAborted()
        error = problem
      }
    }
  }

  /** The oldest goes, since its end was announced before that of any other. */
  async function makeRoom(): Promise<void> {
    const [oldest] = links
    if (oldest === undefined || links.size < most) return

    void oldest.connection.close()
    await Promise.race(Array.from(links, ({ connection }) => connection.end))
  }

  function openLink(): Link {
    const link: Link = { connection: open((frame) => take(link, frame)), state: 'opening' }
    links.add(link)
    void link.connection.end.then(() => lose(link))
    return link
  }

  /** Its end, or word of it, may have come together with the hello. */
  function arrive(link: Link): void {
    isConnecting = false
    if (wasReady) onReconnected?.()
    wasReady = true
    if (link.state === 'opening') link.state = 'open'
    if (link.state !== 'over') {
      current = link
      outage.end()
    }
    if (link.state !== 'open') replace(link.trouble)
  }

  function take(link: Link, frame: SocketFrame): void {
    if (frame.type === 'disconnect') leave(link, frame.reason)
    else onFrame(frame, link.connection.send)
  }

  function leave(link: Link, reason: string): void {
    if (link.state === 'leaving') return

    link.state = 'leaving'
    log.info('socket-refresh', { platform: 'slack', reason })
    const { connection } = link
    const why = new SocketEnded(reason)
    if (isSocketModeOff(why)) {
      link.trouble = why
      void connection.close(why)
    }
    const draining = setTimeout(() => void connection.close(), patience.drainMs)
    void connection.end.then(() => clearTimeout(draining))
    replace(link.trouble)
  }

  function lose(link: Link): void {
    const wasAnnounced = link.state === 'leaving'
    link.state = 'over'
    links.delete(link)
    if (current !== link) return

    current = undefined
    if (signal.aborted) return
    if (!wasAnnounced) log.info('socket-lost', { platform: 'slack' })
    outage.begin()
    replace(link.trouble)
  }

  function replace(trouble?: SocketEnded): void {
    if (isConnecting || !wasReady || signal.aborted) return
    // It rejects only where nothing is wanted any more.
    connect(trouble).catch(() => {})
  }

  onState('connecting')
  const ready = connect()
  // It may fail before anybody waits for it.
  ready.catch(() => {})
  return {
    ready,
    end: async () => {
      stopping.abort(new SocketEnded('closed'))
      await Promise.all(Array.from(links, ({ connection }) => connection.close()))
    },
  }
}
