import { createShortMemory } from './short-memory.ts'

/** Platforms send an event again within seconds of a broken connection; ten minutes leave room for slow ones. */
const tenMinutesMs = 10 * 60_000

/** Tells the first delivery of an event from its repetitions. */
export type Seen = {
  /** True once for each id within the window; a repetition does not make the window longer. */
  readonly first: (id: string) => boolean
}

/** Creates a memory of events, by their ids alone. Beyond `max` the oldest event is forgotten first. */
export function createSeen({ max = 50_000, ttlMs = tenMinutesMs } = {}): Seen {
  const ids = createShortMemory<true>({ max, ttlMs })

  return {
    first: (id) => {
      if (ids.has(id)) return false
      ids.set(id, true)
      return true
    },
  }
}
