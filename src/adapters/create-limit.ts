import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { createShortMemory } from './short-memory.ts'

/** How often in a window, which begins with the first time. */
export type Limit = { readonly points: number; readonly seconds: number }

/**
 * Creates a limit for whoever a key names, for `max` keys at a time; beyond that, whoever has been silent longest begins anew.
 *
 * The limiter drops a record by a timer that no process waits for, so a clock set back holds nobody longer and one set
 * forward only ends a window early; but it has no bound of its own on how many it keeps.
 */
export function createLimit({ points, seconds }: Limit, max: number): (key: string) => Promise<boolean> {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  const kept = createShortMemory<true>({ max, ttlMs: seconds * 1000, onCrowdedOut: (key) => void limiter.delete(key) })

  return async (key) => {
    kept.set(key, true)
    try {
      await limiter.consume(key)
      return true
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return false
      throw refused
    }
  }
}
