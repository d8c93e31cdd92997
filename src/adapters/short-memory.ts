import { LRUCache } from 'lru-cache'

export type ShortMemoryOptions = {
  /** Most entries at a time; the one used longest ago makes way. */
  readonly max: number
  readonly ttlMs: number
  /** Hears of entries that made way for others. */
  readonly onCrowdedOut?: (key: string) => void
}

/**
 * Creates a memory whose entries are gone at the end of their time: out of the process, not only out of reach.
 *
 * Each has a timer for that, which no process waits for. Time is measured by a clock that never jumps, and which is asked
 * for anew each time, so that tests can turn it.
 */
export function createShortMemory<Value extends object | string | true>({
  max,
  ttlMs,
  onCrowdedOut,
}: ShortMemoryOptions): LRUCache<string, Value> {
  return new LRUCache({
    // As a size of one each, since room for `max` entries is set aside at once: 12 MB for an adapter that nobody has asked yet.
    maxSize: max,
    sizeCalculation: () => 1,
    ttl: ttlMs,
    ttlAutopurge: true,
    perf: { now: () => performance.now() },
    dispose: (_, key, reason) => {
      if (reason === 'evict') onCrowdedOut?.(key)
    },
  })
}
