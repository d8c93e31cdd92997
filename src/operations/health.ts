import { type Grace, isReadyWith, nextGrace } from './grace.ts'
import type { HealthState } from './health-state.ts'

/** The state of one platform. */
export type PlatformHealth = {
  readonly state: HealthState
  /** When this state began. */
  readonly since: Date
  /** In words of our own, for whoever runs the bot. */
  readonly reason?: string
}

/** Where platforms report how they are. */
export type Health = {
  /** Takes a report; one that says nothing new changes nothing. */
  readonly report: (platform: string, state: HealthState, reason?: string) => void
  readonly states: () => ReadonlyMap<string, PlatformHealth>
  /** Whether a platform serves, or did until a moment ago and connects anew; one that never reported does not. */
  readonly isReady: (platform: string) => boolean
}

/**
 * Creates the list of platforms, empty until they report; `onChange` hears of a new state or a new reason.
 *
 * `now` gives milliseconds of a clock that never jumps: one set back must not make an absence seem short, or long.
 */
export function createHealth(
  onChange: (platform: string, health: PlatformHealth) => void = () => {},
  now: () => number = () => performance.now(),
): Health {
  const states = new Map<string, PlatformHealth>()
  const graces = new Map<string, Grace>()

  return {
    report: (platform, state, reason) => {
      const before = states.get(platform)
      if (before?.state === state && before.reason === reason) return

      if (before?.state !== state) graces.set(platform, nextGrace(graces.get(platform), state, now()))
      const since = before?.state === state ? before.since : new Date()
      const health = { state, since, ...(reason === undefined ? {} : { reason }) }
      states.set(platform, health)
      onChange(platform, health)
    },
    states: () => new Map(states),
    isReady: (platform) => {
      const grace = graces.get(platform)
      return grace !== undefined && isReadyWith(grace, now())
    },
  }
}
