import type { Waiting } from '../discord/waiting.ts'
import type { Acknowledgement, Delivery } from './delivery.ts'
import type { Deliver } from './world.ts'

/** One try to bring something to the app. */
export type Attempt = {
  readonly id: string
  readonly kind: Delivery['kind']
  readonly body: Readonly<Record<string, unknown>>
  /** 0 for the first try. */
  readonly retry: number
  /** Why the try before failed. */
  readonly reason: string | undefined
}

/** A way to the app. */
export type Transport = {
  readonly isOpen: () => boolean
  readonly send: (attempt: Attempt) => void
}

/** Brings things to the app, again and again where it has to. */
export type Outbox = {
  readonly deliver: Deliver
  readonly deliveries: readonly Delivery[]
  readonly acknowledgements: readonly Acknowledgement[]
  /** The app acknowledged this attempt. */
  readonly acknowledged: (id: string, payload: unknown, status?: number) => void
  /** This attempt will never be acknowledged; `final` means that the app wants no other. */
  readonly failed: (id: string, reason: string, final?: boolean) => void
  /** The way is open: what waits for it goes. */
  readonly flush: () => void
  readonly duplicate: (deliveries: number, copies?: number) => void
  readonly loseAcknowledgements: (count: number) => void
  readonly slowAcknowledgements: (count: number, ms: number) => void
  readonly end: () => void
}

export type OutboxParts = {
  readonly transport: Transport
  readonly newId: () => string
  readonly waiting: Waiting
  readonly acknowledgeMs: number
  readonly redeliverMs: readonly number[]
  /** Whether deliveries are kept when they are done. */
  readonly keeps: boolean
}

type Entry = {
  readonly delivery: Delivery
  readonly name: string
  readonly onAcknowledged: ((payload: unknown) => void) | undefined
  attempts: number
  failure: string | undefined
  acknowledgement: Acknowledgement | undefined
}

type Pending = {
  readonly entry: Entry
  readonly sentAt: number
  readonly timer: NodeJS.Timeout | undefined
  isOver: boolean
}

/** Opens an outbox. */
export function createOutbox(parts: OutboxParts): Outbox {
  const { transport, waiting, keeps } = parts
  const deliveries: Delivery[] = []
  const acknowledgements: Acknowledgement[] = []
  const pending = new Map<string, Pending>()
  const timers = new Set<NodeJS.Timeout>()
  let queue: readonly { readonly entry: Entry; readonly reason: string | undefined }[] = []
  let copying = { deliveries: 0, copies: 2 }
  let losing = 0
  let slowing = { count: 0, ms: 0 }

  const later = (ms: number, act: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      act()
    }, ms)
    timers.add(timer)
    return timer
  }
  const stop = (timer: NodeJS.Timeout | undefined) => {
    clearTimeout(timer)
    if (timer !== undefined) timers.delete(timer)
  }
  const giveUp = (entry: Entry, failure: string) => {
    entry.failure = failure
    waiting.changed()
  }

  const send = (entry: Entry, reason: string | undefined) => {
    const { delivery, attempts: retry } = entry
    const { kind, body } = delivery
    if (!transport.isOpen()) {
      if (kind === 'events_api') queue = [...queue, { entry, reason }]
      else giveUp(entry, 'dispatch_failed')
      return
    }
    const id = retry === 0 ? delivery.id : `${delivery.id}-retry-${retry}`
    entry.attempts += 1
    const timer = later(parts.acknowledgeMs, () => failed(id, 'timeout'))
    pending.set(id, { entry, sentAt: performance.now(), timer, isOver: false })
    const copies = copying.deliveries > 0 ? copying.copies : 1
    copying = { ...copying, deliveries: copying.deliveries - 1 }
    for (let copy = 0; copy < copies; copy += 1) transport.send({ id, kind, body, retry, reason })
    waiting.changed()
  }

  const failed = (id: string, reason: string, final = false) => {
    const attempt = pending.get(id)
    if (attempt === undefined || attempt.isOver) return
    attempt.isOver = true
    stop(attempt.timer)
    const { entry } = attempt
    if (entry.acknowledgement !== undefined) return
    if (entry.delivery.kind !== 'events_api' || final || entry.attempts > mostRetries) return giveUp(entry, reason)
    const ms = parts.redeliverMs[entry.attempts - 1] ?? 0
    later(ms, () => send(entry, reason))
  }

  const take = (id: string, attempt: Pending, payload: unknown, status: number | undefined) => {
    const { entry, sentAt } = attempt
    const at = performance.now()
    const isFirst = !attempt.isOver && entry.acknowledgement === undefined
    const acknowledgement: Acknowledgement = {
      id,
      kind: entry.delivery.kind,
      name: entry.name,
      attempt: Number(id.split('-retry-')[1] ?? 0) + 1,
      ms: at - sentAt,
      at,
      payload: keeps ? payload : undefined,
      ...(status !== undefined && { status }),
      counts: isFirst,
    }
    acknowledgements.push(acknowledgement)
    attempt.isOver = true
    stop(attempt.timer)
    if (isFirst) {
      entry.acknowledgement = acknowledgement
      entry.onAcknowledged?.(payload)
    }
    if (!keeps) pending.delete(id)
    waiting.changed()
  }

  return {
    deliver: (kind, name, body, onAcknowledged) => {
      const entry: Entry = {
        delivery: {
          id: parts.newId(),
          kind,
          body,
          attempts: () => entry.attempts,
          failure: () => entry.failure,
          get acknowledged() {
            return waiting.until(() => entry.acknowledgement, `the acknowledgement of ${name}`)
          },
        },
        name,
        onAcknowledged,
        attempts: 0,
        failure: undefined,
        acknowledgement: undefined,
      }
      if (keeps) deliveries.push(entry.delivery)
      send(entry, undefined)
      return entry.delivery
    },
    deliveries,
    acknowledgements,
    acknowledged: (id, payload, status) => {
      const attempt = pending.get(id)
      if (attempt === undefined) return
      if (losing > 0) {
        losing -= 1
        return
      }
      if (slowing.count === 0) return take(id, attempt, payload, status)
      slowing = { ...slowing, count: slowing.count - 1 }
      later(slowing.ms, () => take(id, attempt, payload, status))
    },
    failed,
    flush: () => {
      const waited = queue
      queue = []
      for (const { entry, reason } of waited) send(entry, reason)
    },
    duplicate: (count, copies = 2) => {
      copying = { deliveries: count, copies }
    },
    loseAcknowledgements: (count) => {
      losing = count
    },
    slowAcknowledgements: (count, ms) => {
      slowing = { count, ms }
    },
    end: () => {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}

/** Three tries more, so four in all (docs.slack.dev, Events API, 2026-11-23). */
const mostRetries = 3
