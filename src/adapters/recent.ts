import { createHmac, randomBytes } from 'node:crypto'
import type { Answer } from '../responder/answer.ts'
import { createShortMemory } from './short-memory.ts'

const minuteMs = 60_000

/** A card that stands this close above is shortened, as in the terminal. */
const repeatWithinMs = 10 * minuteMs

/** Enough of a SHA-256 that no two people share a key. */
const keyBytes = 16

/** What is remembered of a person for a short while: which country they chose, and which card they got. */
export type Recent = {
  /** What stands for a person, or another combination of a platform's ids, in the memory of this process. */
  readonly key: (...ids: readonly string[]) => string
  /** The country that a person chose, by the person's key. */
  readonly region: (person: string) => string | undefined
  readonly choose: (person: string, region: string) => void
  /** Notes an urgent card in the place where a person gets it, and says whether they got the same one there just before. */
  readonly repeated: (person: string, place: string, answer: Pick<Answer, 'outcome' | 'triage'>) => boolean
}

/**
 * Creates the memory of one process.
 *
 * It is never written anywhere, so there is nothing to hand over, to lose or to delete, and a restart forgets all of it. A
 * plain hash of an id could be undone by trying every id there is; the key of this HMAC is random and dies with the
 * process, so that its hashes lead back to nobody. Nothing is kept for more than `ttlMs`.
 */
export function createRecent({ ttlMs = 15 * minuteMs, max = 50_000 } = {}): Recent {
  const secret = randomBytes(32)
  const regions = createShortMemory<string>({ max, ttlMs })
  const cards = createShortMemory<true>({ max, ttlMs: Math.min(repeatWithinMs, ttlMs) })

  /** As JSON, two ids are never read as another two. */
  function key(...ids: readonly string[]): string {
    return createHmac('sha256', secret).update(JSON.stringify(ids)).digest().subarray(0, keyBytes).toString('base64url')
  }

  return {
    key,
    region: (person) => regions.get(person),
    choose: (person, region) => {
      regions.set(person, region)
    },
    repeated: (person, place, { outcome, triage }) => {
      if (outcome !== 'urgent') return false
      // A place where a person is alone with the bot is as good as their name.
      const card = key(person, place, triage.level, triage.about, triage.theme ?? '', String(triage.alsoCrisis))
      const isRepeated = cards.has(card)
      cards.set(card, true)
      return isRepeated
    },
  }
}
