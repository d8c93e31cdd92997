import type { Waiting } from '../waiting.ts'
import type { Acknowledgement, Delivery } from './delivery.ts'
import { createDisturbances, type DisturbanceControls } from './disturbances.ts'
import { createTimers } from './timers.ts'
import type { Deliver } from './world.ts'

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
  readonly disturb: DisturbanceControls
  readonly end: () => void
}

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

export type OutboxParts = {
  readonly transport: Transport
  readonly newId: () => string
  readonly waiting: Waiting
  readonly acknowledgeMs: number
  readonly redeliverMs: readonly number[]
  /** Whether deliveries are kept when they are done. */
  readonly keeps: boolean
}

/** Opens an outbox. */
export function createOutbox(parts: OutboxParts): Outbox {
  const { transport, waiting, keeps } = parts
  const deliveries: Delivery[] = []
  const acknowledgements: Acknowledgement[] = []
  const pending = new Map<string, Pending>()
  const timers = createTimers()
  const disturbances = createDisturbances()
  let queue: readonly (() => void)[] = []

  const giveUp = (entry: Entry, failure: string) => {
    entry.failure = failure
    waiting.changed()
  }

  const send = (entry: Entry, reason: string | undefined) => {
    const { delivery, attempts: retry } = entry
    const { kind, body } = delivery
    if (!transport.isOpen()) {
      if (kind === 'events_api') queue = [...queue, () => send(entry, reason)]
      else giveUp(entry, 'dispatch_failed')
      return
    }
    const id = retry === 0 ? delivery.id : `${delivery.id}-retry-${retry}`
    entry.attempts += 1
    const timer = timers.later(parts.acknowledgeMs, () => failed(id, 'timeout'))
    pending.set(id, { entry, retry, sentAt: performance.now(), timer, isOver: false })
    const copies = disturbances.takeCopies()
    for (let copy = 0; copy < copies; copy += 1) transport.send({ id, kind, body, retry, reason })
    waiting.changed()
  }

  const failed = (id: string, reason: string, final = false) => {
    const attempt = pending.get(id)
    if (attempt === undefined || attempt.isOver) return
    attempt.isOver = true
    timers.stop(attempt.timer)
    const { entry } = attempt
    if (entry.delivery.kind !== 'events_api' || final || entry.attempts > mostRetries) return giveUp(entry, reason)
    timers.later(parts.redeliverMs[attempt.retry] ?? 0, () => send(entry, reason))
  }

  const take = (id: string, attempt: Pending, payload: unknown, status: number | undefined) => {
    const { entry } = attempt
    const acknowledgement = readAcknowledgement(id, attempt, keeps ? payload : undefined, status)
    acknowledgements.push(acknowledgement)
    attempt.isOver = true
    timers.stop(attempt.timer)
    if (acknowledgement.counts) {
      entry.acknowledgement = acknowledgement
      entry.onAcknowledged?.(payload)
    }
    if (!keeps) pending.delete(id)
    waiting.changed()
  }

  return {
    deliver: (kind, name, body, onAcknowledged) => {
      const entry = createEntry(parts, { kind, name, body, onAcknowledged })
      if (keeps) deliveries.push(entry.delivery)
      send(entry, undefined)
      return entry.delivery
    },
    deliveries,
    acknowledgements,
    acknowledged: (id, payload, status) => {
      const attempt = pending.get(id)
      const fate = attempt === undefined ? 'lost' : disturbances.takeFate()
      if (attempt === undefined || fate === 'lost') return
      if (fate === 0) take(id, attempt, payload, status)
      else timers.later(fate, () => take(id, attempt, payload, status))
    },
    failed,
    flush: () => {
      const waited = queue
      queue = []
      for (const go of waited) go()
    },
    disturb: disturbances.controls,
    end: timers.end,
  }
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
  readonly retry: number
  readonly sentAt: number
  readonly timer: NodeJS.Timeout | undefined
  isOver: boolean
}

function createEntry(
  { newId, waiting }: OutboxParts,
  { kind, body, name, onAcknowledged }: Pick<Delivery, 'kind' | 'body'> & Pick<Entry, 'name' | 'onAcknowledged'>,
): Entry {
  const entry: Entry = {
    delivery: {
      id: newId(),
      kind,
      body,
      attempts: () => entry.attempts,
      failure: () => entry.failure,
      // Asked for when it is wanted, so that no time runs while nobody waits.
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
  return entry
}

function readAcknowledgement(
  id: string,
  { entry, retry, sentAt, isOver }: Pending,
  payload: unknown,
  status: number | undefined,
): Acknowledgement {
  const at = performance.now()
  return {
    id,
    kind: entry.delivery.kind,
    name: entry.name,
    attempt: retry + 1,
    ms: at - sentAt,
    at,
    payload,
    ...(status !== undefined && { status }),
    counts: !isOver && entry.acknowledgement === undefined,
  }
}

/** Three tries more, so four in all (docs.slack.dev, Events API, 2026-11-23). */
const mostRetries = 3
