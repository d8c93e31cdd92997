import type { Match } from './pattern.ts'
import type { Message } from './read-message.ts'
import { type Roles, role } from './roles.ts'

/** What the words around a sign say of it, within one message. */
export type SignContext = {
  /** An odd number of negations that are no part of the pattern itself and reach it. */
  readonly isNegated: (match: Match) => boolean
  /** The person named last before the sign or in it; where none is, the one who writes. */
  readonly whoIn: (match: Match) => 'self' | 'other' | 'nobody'
  /** Said of a story, of people in general or of the past, in the same breath: not beyond a "but" or an "and". */
  readonly isMention: (match: Match, about: 'self' | 'other' | 'nobody') => boolean
}

/** Words before a sign in which a negation still reaches it. */
const negationReach = 6

/**
 * Prepares reading what stands around the signs of a message.
 *
 * A long message may have a thousand signs in one clause; so what lies how far away is noted once for all of them.
 */
export function createSignContext(
  { sentences, clauses }: Pick<Message, 'sentences' | 'clauses'>,
  roles: Roles,
): SignContext {
  const breaths = once(() => breathsOf(clauses, (place) => has(place, role.but)))
  const lastPerson = once(() => lastOf(roles, role.self | role.other))
  const nextNot = once(() => nextOf(roles, role.not))
  const nextFiction = once(() => nextOf(roles, role.fiction))
  const nextPast = once(() => nextOf(roles, role.past))
  const inSentence = once(() => rolesBySentence(sentences, roles))

  return { isNegated, whoIn, isMention }

  function has(place: number, any: number): boolean {
    return ((roles[place] ?? 0) & any) !== 0
  }

  function isNegated({ start, end, taken }: Match): boolean {
    let count = 0
    for (let place = nextNot()[start] ?? end; place < end; place = nextNot()[place + 1] ?? end)
      if (!taken.includes(place)) count += 1
    const startsWithPerson = has(start, role.self | role.other)
    for (let place = start - 1; place >= start - negationReach && clauses[place] === clauses[start]; place -= 1) {
      if (has(place, role.but)) break
      if (has(place, role.not)) count += 1
      const isPerson = has(place, role.self | role.other)
      if (startsWithPerson && !isPerson && !has(place, role.claim | role.not | role.filler)) break
      if (!startsWithPerson && isPerson && !has(place - 1, role.claim | role.not)) break
    }
    return count % 2 === 1
  }

  function whoIn({ start, end }: Match): 'self' | 'other' | 'nobody' {
    const person = lastPerson()[end - 1] ?? -1
    if (sentences[end - 1] !== sentences[start] || sentences[person] !== sentences[start]) return 'nobody'
    return has(person, role.self) ? 'self' : 'other'
  }

  function isMention({ start, end }: Match, about: 'self' | 'other' | 'nobody'): boolean {
    const { begins, ends } = breaths()
    const from = begins[start] ?? start
    const to = clauses[end] === clauses[start] ? (ends[end] ?? end) : end
    if ((nextFiction()[from] ?? to) < to) return true
    const around = inSentence()[sentences[start] ?? 0] ?? 0
    if (about !== 'self' && (around & role.general) !== 0) return true
    return (nextPast()[from] ?? to) < to && (around & role.still) === 0
  }
}

/** For each word, where the breath it stands in begins, and where it ends if it does not end before the word: at a "but", or with the clause. */
function breathsOf(clauses: readonly number[], isBut: (place: number) => boolean) {
  const begins = new Int32Array(clauses.length)
  const ends = new Int32Array(clauses.length)
  for (let place = 0; place < clauses.length; place += 1) {
    const goesOn = clauses[place - 1] === clauses[place] && !isBut(place - 1)
    begins[place] = goesOn ? (begins[place - 1] ?? 0) : place
  }
  for (let place = clauses.length - 1; place >= 0; place -= 1) {
    const goesOn = clauses[place + 1] === clauses[place]
    ends[place] = isBut(place) ? place : goesOn ? (ends[place + 1] ?? 0) : place + 1
  }
  return { begins, ends }
}

/** For each place the last one up to it that has a role; -1 where there is none. */
function lastOf(roles: Roles, any: number): Int32Array {
  const found = new Int32Array(roles.length)
  for (let place = 0, last = -1; place < roles.length; place += 1) {
    if (((roles[place] ?? 0) & any) !== 0) last = place
    found[place] = last
  }
  return found
}

/** For each place the first one from it on that has a role; the length where there is none. */
function nextOf(roles: Roles, any: number): Int32Array {
  const found = new Int32Array(roles.length)
  for (let place = roles.length - 1, next = roles.length; place >= 0; place -= 1) {
    if (((roles[place] ?? 0) & any) !== 0) next = place
    found[place] = next
  }
  return found
}

/** All roles that stand in each sentence. */
function rolesBySentence(sentences: readonly number[], roles: Roles): Roles {
  const found = new Uint16Array((sentences.at(-1) ?? 0) + 1)
  for (let place = 0; place < roles.length; place += 1) {
    const sentence = sentences[place] ?? 0
    found[sentence] = (found[sentence] ?? 0) | (roles[place] ?? 0)
  }
  return found
}

/** Makes a value when it is asked for first. */
function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => (made ??= make())
}
