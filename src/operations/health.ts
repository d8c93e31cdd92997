/** How far a platform is: degraded platforms still answer, if not everybody. */
export type HealthState = 'connecting' | 'ready' | 'degraded' | 'stopped'

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
}

/** Creates the list of platforms, empty until they report; `onChange` hears of a new state or a new reason. */
export function createHealth(onChange: (platform: string, health: PlatformHealth) => void = () => {}): Health {
  const states = new Map<string, PlatformHealth>()

  return {
    report: (platform, state, reason) => {
      const before = states.get(platform)
      if (before?.state === state && before.reason === reason) return

      const since = before?.state === state ? before.since : new Date()
      const health = { state, since, ...(reason === undefined ? {} : { reason }) }
      states.set(platform, health)
      onChange(platform, health)
    },
    states: () => new Map(states),
  }
}
