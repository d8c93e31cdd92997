import { functionWords } from '../../text/function-words.ts'
import { stem } from '../../text/stem.ts'
import {
  actors,
  clauseEnds,
  followers,
  links,
  longestCue,
  lowering,
  passedOver,
  states,
  wants,
  wishes,
} from './polarity-cues.ts'

/**
 * Which way a quantity is said to be off: "low serotonin" has the stem `serotonin` low.
 *
 * A document about too little of something must not answer a question about too much of it.
 */
export type Polarities = ReadonlyMap<string, Said>

type Said = {
  readonly polarity: 'low' | 'high'
  /** Cue and quantity, as a reply may name them: "too much serotonin". */
  readonly phrase: string
  /** Places of the cue's words, with a "too" before them; `end` is the first behind them. */
  readonly start: number
  readonly end: number
}

const stopWords = functionWords['en'] ?? new Set()

/** Reads which quantities a text calls low or high; a quantity called both is left out. */
export function readPolarities(words: readonly string[]): Polarities {
  const found = new Map<string, Said>()
  const both = new Set<string>()
  for (let place = 0; place < words.length; place += 1) {
    const cue = cueAt(words, place)
    if (cue === undefined) continue
    const { polarity, length } = cue
    const quantity = quantityAt(words, place, place + length)
    if (quantity !== undefined) {
      const before = found.get(stem(quantity))
      if (before !== undefined && before.polarity !== polarity) both.add(stem(quantity))
      const cueWords = words.slice(place, place + length).join(' ')
      const phrase = followers.has(cueWords) ? `${quantity} ${cueWords}` : `${cueWords} ${quantity}`
      const start = words[place - 1] === 'too' ? place - 1 : place
      found.set(stem(quantity), { polarity, phrase, start, end: place + length })
    }
    place += length - 1
  }
  for (const quantity of both) found.delete(quantity)
  return found
}

/** The cue that begins at a place: a wish, the longest known state, or a comparison ("more … than"). */
function cueAt(words: readonly string[], place: number): { polarity: 'low' | 'high'; length: number } | undefined {
  const word = words[place] ?? ''
  if (isWishForLess(words, place)) return { polarity: 'high', length: 1 }
  for (let length = longestCue; length > 0; length -= 1) {
    const polarity = states.get(words.slice(place, place + length).join(' '))
    if (polarity !== undefined) return { polarity, length }
  }
  return word === 'more' && words.slice(place + 2, place + 4).includes('than')
    ? { polarity: 'high', length: 1 }
    : undefined
}

/** "How do I lower it", "bring it down", "I want less": who wants less has too much. "What lowers it" wishes nothing. */
function isWishForLess(words: readonly string[], place: number): boolean {
  const before = words.slice(Math.max(0, place - 4), place)
  if (words[place] === 'less') return before.some((word) => wants.has(word))
  const isLowering =
    lowering.has(words[place] ?? '') || (words[place] === 'bring' && words.slice(place, place + 5).includes('down'))
  return isLowering && actors.has(before.at(-1) ?? '') && before.some((word) => wishes.has(word))
}

/** The noun that a cue speaks of: the next one ("low serotonin"), else the one before ("serotonin is low"). */
function quantityAt(words: readonly string[], start: number, end: number): string | undefined {
  const before = nounFrom(words, start - 1, -1)
  const follows = links.has(words[start - 1] ?? '') || followers.has(words[start] ?? '')
  if (follows && before !== undefined && words[end] !== 'of') return before
  return nounFrom(words, end, 1) ?? before
}

function nounFrom(words: readonly string[], from: number, step: 1 | -1): string | undefined {
  for (let place = from; place >= 0 && place < words.length; place += step) {
    const word = words[place] ?? ''
    if (clauseEnds.has(word)) return undefined
    if (stopWords.has(word) || links.has(word) || states.has(word) || passedOver.has(stem(word))) continue
    return word
  }
  return undefined
}

/** Whether a word by itself says that something is low or high. */
export function isPolarityWord(word: string): boolean {
  return states.has(word)
}

/** What a question calls the opposite of what a document is about ("high serotonin"); undefined where they agree. */
export function conflict(question: Polarities, document: Polarities): string | undefined {
  for (const [quantity, { polarity, phrase }] of question) {
    const about = document.get(quantity)
    if (about !== undefined && about.polarity !== polarity) return phrase
  }
  return undefined
}
