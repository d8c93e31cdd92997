import type { HealthState } from './health-state.ts'

/** What of a platform's past decides how long its absence is overlooked. */
export type Grace = {
  readonly state: HealthState
  /** When the state began, in milliseconds of a clock that never jumps. */
  readonly sinceMs: number
  /** How much longer absence was overlooked when the state began; absent where the platform was never ready. */
  readonly leftMs?: number
}

/**
 * Chosen so that no routine reconnect is noticed: Discord's resumes and Slack's refreshes take seconds, and between two
 * attempts after a loss we wait 15 s at most in Slack.
 */
const graceMs = 45_000

/** Carries a platform's grace on to another state: absence uses it up, and only as long a time of being ready gives it anew. */
export function nextGrace(before: Grace | undefined, state: HealthState, nowMs: number): Grace {
  if (state === 'stopped') return { state, sinceMs: nowMs }
  if (before?.leftMs === undefined) return { state, sinceMs: nowMs, ...(isServed(state) ? { leftMs: graceMs } : {}) }
  // Degraded is no interruption.
  if (isServed(before.state) && isServed(state)) return { ...before, state }

  const spentMs = nowMs - before.sinceMs
  if (isServed(state)) return { state, sinceMs: nowMs, leftMs: Math.max(before.leftMs - spentMs, 0) }
  return { state, sinceMs: nowMs, leftMs: spentMs < graceMs ? before.leftMs : graceMs }
}

/** Whether a platform counts as ready: it is, or was a moment ago. */
export function isReadyWith({ state, sinceMs, leftMs = 0 }: Grace, nowMs: number): boolean {
  return isServed(state) || (state === 'connecting' && nowMs - sinceMs < leftMs)
}

function isServed(state: HealthState): boolean {
  return state === 'ready' || state === 'degraded'
}
