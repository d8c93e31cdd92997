import { createLimit } from './create-limit.ts'
import { createShortMemory } from './short-memory.ts'

/** How many questions are answered, in windows that begin with the first question. */
const limits = {
  personShort: { points: 5, seconds: 10 },
  personLong: { points: 60, seconds: 60 },
  server: { points: 30, seconds: 10 },
  /** Nobody is told to wait more often than this while they are held back. */
  tellAgainMs: 60_000,
} as const

/** Whether a question is answered now; `say-wait` begins a stretch of being held back and is told, `wait` goes on in silence. */
export type Pace = 'go' | 'say-wait' | 'wait'

/** Holds back whoever asks faster than anybody reads. */
export type Cooldown = {
  /** Counts a question of a person, who is named by a key of `Recent`, in the server where they ask, if in one. */
  readonly ask: (person: string, server?: string) => Promise<Pace>
}

/**
 * Creates the limits of one platform, in memory, for at most `max` people and as many servers at a time.
 *
 * Beyond that, whoever has been silent longest begins anew. Who is held back does not use up what the server has left.
 */
export function createCooldown({ max = 20_000 } = {}): Cooldown {
  const personShort = createLimit(limits.personShort, max)
  const personLong = createLimit(limits.personLong, max)
  const ofServer = createLimit(limits.server, max)
  const told = createShortMemory<true>({ max, ttlMs: limits.tellAgainMs })

  /** A person's questions count while they are held back too: five in ten seconds alone would never make sixty a minute. */
  async function isLetThrough(person: string, server: string | undefined): Promise<boolean> {
    const lets = await Promise.all([personShort(person), personLong(person)])
    return lets.every(Boolean) && (server === undefined || (await ofServer(server)))
  }

  return {
    async ask(person, server) {
      if (await isLetThrough(person, server)) {
        told.delete(person)
        return 'go'
      }
      if (told.has(person)) return 'wait'
      told.set(person, true)
      return 'say-wait'
    },
  }
}
