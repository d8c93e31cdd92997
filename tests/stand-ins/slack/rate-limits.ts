/** Counts the messages of each channel, as Slack does. */
export type RateLimits = {
  /** How many seconds the next message to this channel has to wait; 0 if it may go, which counts. */
  readonly spend: (channel: string) => number
}

/**
 * Starts counting; without `burst` every message is free.
 *
 * One message a second a channel, short bursts allowed (docs.slack.dev, rate limits, 2026-11-23).
 */
export function createRateLimits(burst: number | undefined): RateLimits {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>()
  if (burst === undefined) return { spend: () => 0 }

  return {
    spend: (channel) => {
      const now = performance.now()
      const known = buckets.get(channel) ?? { left: burst, at: now }
      const left = Math.min(burst, known.left + (now - known.at) / 1_000)
      // A timer of Node may fire a little early.
      if (left < 1 - slack) return Math.max(1, Math.ceil(1 - left))
      buckets.set(channel, { left: left - 1, at: now })
      return 0
    },
  }
}

const slack = 0.005
