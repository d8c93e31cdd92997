/** A call that came although its sender had been told to wait. */
export type EarlyRetry = { readonly method: string; readonly earlyMs: number }

/** Keeps an eye on senders who were told to wait. */
export type EarlyRetries = {
  readonly list: readonly EarlyRetry[]
  /** Notes that callers of this method were told to wait. */
  readonly told: (method: string, waitMs: number) => void
  /** Looks whether this call should have waited. */
  readonly look: (method: string) => void
}

/** Begins to keep an eye on senders; Slack's limits hold for a method and workspace (rate-limits, 2026-11-23). */
export function createEarlyRetries(): EarlyRetries {
  const list: EarlyRetry[] = []
  const told = new Map<string, { readonly at: number; readonly until: number }>()

  return {
    list,
    told: (method, waitMs) => {
      const at = performance.now()
      told.set(method, { at, until: at + waitMs })
    },
    look: (method) => {
      const now = performance.now()
      const last = told.get(method)
      if (last === undefined || now >= last.until - timerSlackMs || now - last.at < underWayMs) return
      list.push({ method, earlyMs: last.until - now })
    },
  }
}

/** Node may fire a timer this much early. */
const timerSlackMs = 2

/** Another call may have been under way while the first one was told to wait. */
const underWayMs = 50
