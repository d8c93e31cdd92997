import { functionWords } from '../../text/function-words.ts'
import { stem } from '../../text/stem.ts'

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
}

/** English cues; those of several words are read first. States only: "how can I raise it" does not say that it is high. */
const cues: readonly (readonly [phrase: string, polarity: 'low' | 'high'])[] = [
  ['low', 'low'],
  ['lower', 'low'],
  ['lowered', 'low'],
  ['too little', 'low'],
  ['too few', 'low'],
  ['not enough', 'low'],
  ['short of', 'low'],
  ['short on', 'low'],
  ['lack of', 'low'],
  ['lack', 'low'],
  ['lacking', 'low'],
  ['deficiency', 'low'],
  ['deficient', 'low'],
  ['deficit', 'low'],
  ['shortage', 'low'],
  ['depleted', 'low'],
  ['depletion', 'low'],
  ['insufficient', 'low'],
  ['reduced', 'low'],
  ['decreased', 'low'],
  ['drop', 'low'],
  ['high', 'high'],
  ['higher', 'high'],
  ['highest', 'high'],
  ['go up', 'high'],
  ['goes up', 'high'],
  ['going up', 'high'],
  ['shoot up', 'high'],
  ['rise', 'high'],
  ['rises', 'high'],
  ['rising', 'high'],
  ['spike', 'high'],
  ['to much', 'high'],
  ['to many', 'high'],
  ['too much', 'high'],
  ['too many', 'high'],
  ['way up', 'high'],
  ['excess', 'high'],
  ['excessive', 'high'],
  ['excessively', 'high'],
  ['elevated', 'high'],
  ['raised', 'high'],
  ['increased', 'high'],
  ['surplus', 'high'],
  ['overload', 'high'],
  ['overproduction', 'high'],
  ['overproduce', 'high'],
  ['overproducing', 'high'],
  ['over producing', 'high'],
  ['flooded with', 'high'],
  ['loads of', 'high'],
  ['way more', 'high'],
  ['more than enough', 'high'],
]

/** Whether a word by itself says that something is low or high. */
export function isPolarityWord(word: string): boolean {
  return states.has(word)
}

/** Words between a cue and its quantity that do not end the search for it. */
const passedOver = new Set([
  'level',
  'amount',
  'quantiti',
  'number',
  'concentr',
  'count',
  'produc',
  'extrem',
  'bodi',
  'brain',
  'blood',
])

const states = new Map(cues.map(([phrase, polarity]) => [phrase, polarity]))
const stopWords = functionWords['en'] ?? new Set()
const clauseEnds = new Set(['if', 'because', 'but', 'and', 'or', 'when', 'while', 'that', 'which'])

/** Reads which quantities a text calls low or high; a quantity called both is left out. */
export function readPolarities(words: readonly string[]): Polarities {
  const found = new Map<string, Said>()
  const both = new Set<string>()
  for (let place = 0; place < words.length; place += 1) {
    const pair = states.get(`${words[place]} ${words[place + 1]}`)
    const polarity = pair ?? states.get(words[place] ?? '')
    if (polarity === undefined) continue
    const end = place + (pair === undefined ? 1 : 2)
    const quantity = quantityAt(words, place, end)
    if (quantity !== undefined) {
      const before = found.get(stem(quantity))
      if (before !== undefined && before.polarity !== polarity) both.add(stem(quantity))
      found.set(stem(quantity), { polarity, phrase: `${words.slice(place, end).join(' ')} ${quantity}` })
    }
    place = end - 1
  }
  for (const quantity of both) found.delete(quantity)
  return found
}

/** The noun that a cue speaks of: the next one ("low serotonin"), else the one before ("serotonin is low"). */
function quantityAt(words: readonly string[], start: number, end: number): string | undefined {
  const before = nounFrom(words, start - 1, -1)
  const follows = linking.has(words[start - 1] ?? '') || nouns.has(words[start] ?? '')
  if (follows && before !== undefined && words[end] !== 'of') return before
  return nounFrom(words, end, 1) ?? before
}

/** Cues that follow their quantity ("serotonin overload"), unless "of" comes next. */
const nouns = new Set([
  'overload',
  'surplus',
  'excess',
  'deficiency',
  'deficit',
  'shortage',
  'depletion',
  'spike',
  'overproduction',
  'drop',
])

const linking = new Set([
  'is',
  'are',
  'be',
  'too',
  'so',
  'very',
  'was',
  'gets',
  'get',
  'goes',
  'go',
  'runs',
  'being',
  'becomes',
  'really',
])

function nounFrom(words: readonly string[], from: number, step: 1 | -1): string | undefined {
  for (let place = from; place >= 0 && place < words.length; place += step) {
    const word = words[place] ?? ''
    if (clauseEnds.has(word)) return undefined
    if (stopWords.has(word) || linking.has(word) || states.has(word) || passedOver.has(stem(word))) continue
    return word
  }
  return undefined
}

/** What a question calls the opposite of what a document is about ("high serotonin"); undefined where they agree. */
export function conflict(question: Polarities, document: Polarities): string | undefined {
  for (const [quantity, { polarity, phrase }] of question) {
    const about = document.get(quantity)
    if (about !== undefined && about.polarity !== polarity) return phrase
  }
  return undefined
}
