import type { SocketPatience } from './socket-patience.ts'
import { isSocketModeOff, readSocketRefusal } from './socket-refusal.ts'

/** Tells how long to wait before an attempt to connect: after so many failures in a row, and why the last one failed. */
export type SocketPause = (failures: number, error: unknown) => number

/** Creates the rule: at once while nothing is wrong, else ever longer, never in step with others, and as long as Slack asks for. */
export function createSocketPause(patience: SocketPatience): SocketPause {
  let atOnce: readonly number[] = []

  /** A connection that ends as soon as it begins is no failure, and would be replaced without end. */
  function mayGoAtOnce(): boolean {
    const now = performance.now()
    atOnce = atOnce.filter((at) => now - at < patience.atOnceWindowMs)
    if (atOnce.length >= patience.maxAtOnce) return false
    atOnce = [...atOnce, now]
    return true
  }

  return (failures, error) => {
    if (error === undefined) return mayGoAtOnce() ? 0 : patience.firstAgainMs

    const backoffMs = Math.min(patience.firstAgainMs * 2 ** Math.max(failures - 1, 0), patience.longestAgainMs)
    const leastMs = isSocketModeOff(error) || readSocketRefusal(error) !== undefined ? patience.refusedAgainMs : 0
    const askedMs = Math.min(retryAfterMs(error), patience.longestRetryAfterMs)
    return Math.max(backoffMs * (1 - Math.random() / 4), leastMs, askedMs)
  }
}

/** Retry-After, where the library keeps it: as a field at 429, else among the headers. */
function retryAfterMs(error: unknown): number {
  if (!(error instanceof Error)) return 0
  if ('retryAfter' in error && typeof error.retryAfter === 'number') return error.retryAfter * 1000
  if (!('headers' in error) || typeof error.headers !== 'object' || error.headers === null) return 0

  const seconds = 'retry-after' in error.headers ? Number(error.headers['retry-after']) : 0
  return Number.isFinite(seconds) ? seconds * 1000 : 0
}
