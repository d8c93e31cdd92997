import type { EverydayWords } from '../text/everyday-words.ts'
import { type Features, featuresOf } from './features.ts'
import { createFindSigns, type Sign, type Signs } from './find-signs.ts'
import { createReadMessage, type Message } from './read-message.ts'
import type { Rules } from './rules.ts'
import { createVocabulary, signWordsOf } from './vocabulary.ts'
import type { WordCounts } from './word-counts.ts'
import { createWordLanguage, type WordLanguage } from './word-language.ts'

/** All that triage decides from. */
export type Reading = {
  readonly message: Message
  readonly signs: readonly Sign[]
  readonly features: Features
}

export type ReadingParts = {
  /** The rules of a language, if it has any; asked for when a message may be in it. */
  readonly rulesOf: (language: string) => Rules | undefined
  readonly words: WordCounts
  readonly everyday: EverydayWords
  /** Tells the languages to read in. */
  readonly languageOf?: (words: readonly string[]) => WordLanguage
}

/** Prepares reading messages: words first, then the signs of the languages that the words speak for. */
export function createRead({
  rulesOf,
  words,
  everyday,
  languageOf = createWordLanguage(words),
}: ReadingParts): (text: string) => Reading {
  const signWords = onceFor((language) => mapDefined(rulesOf(language), signWordsOf))
  const finders = onceFor((language) => mapDefined(rulesOf(language), createFindSigns))
  const vocabularyOf = (likely: readonly string[]) =>
    createVocabulary({ signs: likely.flatMap((language) => signWords(language) ?? []), words, everyday })
  const readMessage = createReadMessage(vocabularyOf, languageOf)

  return (text) => {
    const message = readMessage(text)
    const found = message.likely.flatMap((language) => finders(language)?.(message) ?? [])
    const tags = message.words.map((_, place) => unite(found, place))
    const isHidden = (place: number) => found.some((each) => each.isHidden(place))
    return { message, signs: found.flatMap((each) => each.found), features: featuresOf(message, tags, isHidden) }
  }
}

/** Makes a thing for a language when it is asked for first. */
function onceFor<Value>(make: (language: string) => Value): (language: string) => Value {
  const made = new Map<string, { readonly value: Value }>()
  return (language) => {
    const { value } = made.get(language) ?? { value: make(language) }
    made.set(language, { value })
    return value
  }
}

function mapDefined<From, To>(value: From | undefined, map: (value: From) => To): To | undefined {
  return value === undefined ? undefined : map(value)
}

/** Classes of a word that count: the first few, so that a word of many meanings does not outweigh the others. */
const mostTags = 4

function unite(found: readonly Signs[], place: number): readonly number[] {
  const tags: number[] = []
  for (const each of found)
    for (const tag of each.tags[place] ?? []) if (tags.length < mostTags && !tags.includes(tag)) tags.push(tag)
  return tags
}
