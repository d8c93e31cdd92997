import type { EverydayWords } from '../../text/everyday-words.ts'
import type { Document, Passage } from '../document.ts'
import { createAnalyseQuery, type Query } from './analyse-query.ts'
import { type ConfidenceFeatures, confidence, confidenceFeatures } from './confidence.ts'
import { createExplainWords, type ExplainedWord } from './explain-words.ts'
import { at, buildInvertedIndex, type FieldWords } from './inverted-index.ts'
import type { LayWords } from './lay-words.ts'
import { confidenceWeights, rankWeights } from './model.ts'
import { headingWords, nameWords, type PassageWords, plainWords, readPassageWords, waysToAsk } from './passage-words.ts'
import { createPhraseIndex, createQueryMatcher } from './phrase-index.ts'
import { conflict, type Polarities, readPolarities } from './polarity.ts'
import { type Candidate, createRank, type RankFeatures } from './rank.ts'
import { rerank } from './rerank.ts'
import { salienceOf, stopWordsOf } from './vocabulary.ts'

/** A passage found, best first in a list. */
export type Hit = {
  readonly passage: Passage
  /** Language of the document it stands in. */
  readonly language: string
  /** Comparable within one question only. */
  readonly score: number
  /** What the score was made from, for fitting and for a close look. */
  readonly features: RankFeatures
}

/** What search has to say about one question. */
export type Findings = {
  readonly hits: readonly Hit[]
  /** The chance that the first hit answers the question, from 0 to 1; 0 without a hit. */
  readonly confidence: number
  readonly confidenceFeatures?: ConfidenceFeatures
  /** Telling words of the question that no document has, as typed, most telling first, after the states of `opposite`. */
  readonly unknown: readonly string[]
  /** States ("high serotonin") for which documents about the opposite were left out; they stand in `unknown` as well. */
  readonly opposite: readonly string[]
  /** How each word was read, where `explained` was asked for. */
  readonly words?: readonly ExplainedWord[]
}

export type SearchOptions = {
  /** Documents to look in; all where absent. */
  readonly within?: (document: Document) => boolean
  /** Most hits wanted; 5 where absent. */
  readonly limit?: number
  /** Also tells how each word of the question was read. */
  readonly explained?: boolean
}

export type Search = (text: string, options?: SearchOptions) => Findings

/** What search knows beside the documents. */
export type Words = { readonly layWords: LayWords; readonly everyday: EverydayWords }

/** Builds the index over all passages and returns the search. */
export function createSearch(documents: readonly Document[], { layWords, everyday }: Words): Search {
  const passages = documents.flatMap((document) => document.passages)
  const documentOf = Uint32Array.from(documents.flatMap((document, number) => document.passages.map(() => number)))
  const known = documents.flatMap(readPassageWords)
  const names = documents.map(({ title, aliases }) => [title, ...aliases])
  const index = buildInvertedIndex(withBodies(known, passages))
  const stopWords = stopWordsOf(
    documents.map(({ language }) => language),
    everyday,
  )
  const salience = salienceOf({ index, everyday, stopWords })
  const phrases = (groups: readonly (readonly (readonly string[])[])[]) => createPhraseIndex(groups, index, salience)
  const polarities = names.map((each) => readPolarities(each.flatMap(plainWords)))
  const analyse = createAnalyseQuery({ index, layWords, everyday, stopWords })
  const explainWords = createExplainWords(index, everyday)
  const layOut = createQueryMatcher(index.stems.size, salience)
  const rank = createRank({
    index,
    documentOf,
    firstPassage: firstPassages(documents),
    weights: rankWeights,
    waysToAsk: phrases(known.map(waysToAsk)),
    headings: phrases(known.map((passage) => [headingWords(passage)])),
    names: phrases(names.map((each) => each.map(nameWords))),
    sectionKinds: known.map(({ kinds }) => kinds),
  })

  /** Leaves out documents that are not asked for, and those that are about the opposite of the question. */
  function createGate(said: Polarities, within: SearchOptions['within'], contradicted: Set<string>) {
    if (said.size === 0 && within === undefined) return () => true
    const decided = new Map<number, boolean>()
    const admits = (number: number): boolean => {
      const document = documents[number]
      if (document === undefined || within?.(document) === false) return false
      const opposite = conflict(said, polarities[number] ?? new Map())
      if (opposite !== undefined) contradicted.add(opposite)
      return opposite === undefined
    }
    return (passage: number): boolean => {
      const number = at(documentOf, passage)
      const allowed = decided.get(number) ?? admits(number)
      decided.set(number, allowed)
      return allowed
    }
  }

  function judge(query: Query, [best]: readonly Candidate[], said: Polarities) {
    if (best === undefined) return { confidence: 0 }
    const features = confidenceFeatures(query, best, { index, onlyDocument: documents.length === 1, said })
    return { confidence: confidence(features, confidenceWeights), confidenceFeatures: features }
  }

  function toHit({ passage: number, score, features }: Candidate): Hit[] {
    const passage = passages[number]
    const language = documents[at(documentOf, number)]?.language
    return passage === undefined || language === undefined ? [] : [{ passage, language, score, features }]
  }

  return (text, { within, limit = 5, explained = false } = {}) => {
    const query = analyse(text)
    const said = readPolarities(query.tokens.map((token) => token.word))
    const contradicted = new Set<string>()
    const ranked = rank(query, layOut(query), createGate(said, within, contradicted))
    const candidates = rerank(text, ranked, ({ passage }) => passages[passage])
    return {
      hits: candidates.slice(0, limit).flatMap(toHit),
      ...judge(query, candidates, said),
      unknown: [...contradicted, ...unknownWords(query).filter((word) => !isNamedIn(contradicted, word))],
      opposite: [...contradicted],
      ...(explained ? { words: explainWords(query, said, candidates[0]?.passage) } : {}),
    }
  }
}

/** Adds each passage's own words when its turn comes: all at once they would be many times the index. */
function* withBodies(known: readonly PassageWords[], passages: readonly Passage[]): Generator<FieldWords> {
  for (const [number, naming] of known.entries()) yield { ...naming, body: plainWords(passages[number]?.text ?? '') }
}

function firstPassages(documents: readonly Document[]): Uint32Array {
  const first = new Uint32Array(documents.length + 1)
  for (const [number, { passages }] of documents.entries()) first[number + 1] = at(first, number) + passages.length
  return first
}

function isNamedIn(phrases: ReadonlySet<string>, word: string): boolean {
  return [...phrases].some((phrase) => phrase.split(' ').includes(word))
}

/** Longer "words" are no words, and a reply does not repeat them. */
const longestNamed = 30

function unknownWords(query: Query): string[] {
  return query.units
    .filter(({ role, terms }) => role === 'topic' && terms.length === 0)
    .filter(({ information, surface }) => information > leastNamed && surface.length <= longestNamed)
    .toSorted((left, right) => right.information - left.information)
    .map(({ surface }) => surface)
}

/** Words that tell less are not worth naming. */
const leastNamed = 0.25
