import type { Session } from './gateway-session.ts'

/** The way events take to the sessions of the bot. */
export type Outbox = {
  /** Sends an event to the sessions that asked for one of its intents; without intents, to all. */
  readonly dispatch: (event: string, data: object, intents?: number) => void
  readonly duplicate: (events: number) => void
  readonly hold: () => void
  readonly release: (order: 'as they came' | 'reversed') => void
}

/** Makes the way events take, which tests can disturb. */
export function createOutbox(sessions: ReadonlyMap<string, Session>): Outbox {
  let twins = 0
  let held: (() => void)[] | undefined

  function deliver(event: string, data: string, intents: number): void {
    const times = twins > 0 ? 2 : 1
    twins -= times - 1
    for (const session of sessions.values())
      if (intents === 0 || (session.intents & intents) !== 0) session.dispatch(event, data, times)
  }

  return {
    dispatch: (event, data, intents = 0) => {
      // Written down at once: what is held back tells how things were when they happened.
      const json = JSON.stringify(data)
      if (held === undefined) deliver(event, json, intents)
      else held.push(() => deliver(event, json, intents))
    },
    duplicate: (events) => {
      twins = events
    },
    hold: () => {
      held ??= []
    },
    release: (order) => {
      const waiting = order === 'reversed' ? held?.toReversed() : held
      held = undefined
      for (const send of waiting ?? []) send()
    },
  }
}
