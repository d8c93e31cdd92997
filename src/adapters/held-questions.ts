import { randomBytes } from 'node:crypto'
import type { Question } from '../responder/question.ts'
import { createShortMemory } from './short-memory.ts'

const quarterOfAnHourMs = 15 * 60_000

/** Bytes of an id that nobody guesses; 16 characters as base64url. */
const idBytes = 12

/** Questions that can still be answered privately, each by the person who asked it alone. */
export type HeldQuestions = {
  /**
   * Holds a person's question under a new id, or under the one of a line that other people may share; gives the id.
   * The person's own earlier question under that id makes way.
   */
  readonly hold: (person: string, question: Question, id?: string) => string
  /** The question that this person has under an id; nobody finds another's. */
  readonly find: (id: string, person: string) => Question | undefined
}

/**
 * Creates the only place where a question outlives its answer, in memory.
 *
 * A question is dropped `ttlMs` after its person was last given the chance to come back to it, whatever others do under
 * the same id. `person` is a key of `Recent`.
 */
export function createHeldQuestions({ ttlMs = quarterOfAnHourMs, max = 10_000 } = {}): HeldQuestions {
  const questions = createShortMemory<Question>({ max, ttlMs })

  return {
    hold: (person, question, id = randomBytes(idBytes).toString('base64url')) => {
      questions.set(placeOf(id, person), question)
      return id
    },
    find: (id, person) => questions.get(placeOf(id, person)),
  }
}

function placeOf(id: string, person: string): string {
  return JSON.stringify([id, person])
}
