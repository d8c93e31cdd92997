import type { EverydayWords } from '../../text/everyday-words.ts'
import { fold } from '../../text/fold.ts'
import { functionWords } from '../../text/function-words.ts'
import { stem } from '../../text/stem.ts'
import { words } from '../../text/words.ts'
import type { Document, Passage } from '../document.ts'
import { createAnalyseQuery, type Query } from './analyse-query.ts'
import { type ConfidenceFeatures, confidence, confidenceFeatures } from './confidence.ts'
import { at, buildInvertedIndex, type FieldWords, type InvertedIndex } from './inverted-index.ts'
import type { LayWords } from './lay-words.ts'
import { confidenceWeights, rankWeights } from './model.ts'
import { createPhraseIndex, createQueryMatcher } from './phrase-index.ts'
import { conflict, isPolarityWord, type Polarities, readPolarities } from './polarity.ts'
import { type Candidate, createRank, type RankFeatures } from './rank.ts'
import { rerank } from './rerank.ts'
import { genericStems, isKindWord, kindWords, readSectionKinds } from './section-kinds.ts'
import { informationOf } from './vocabulary.ts'

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
  /** Telling words of the question that no document has, as typed, most telling first. */
  readonly unknown: readonly string[]
}

export type SearchOptions = {
  /** Documents to look in; all where absent. */
  readonly within?: (document: Document) => boolean
  /** Most hits wanted; 5 where absent. */
  readonly limit?: number
}

export type Search = (text: string, options?: SearchOptions) => Findings

/** What search knows beside the documents. */
export type Words = { readonly layWords: LayWords; readonly everyday: EverydayWords }

/** Builds the index over all passages and returns the search. */
export function createSearch(documents: readonly Document[], { layWords, everyday }: Words): Search {
  const passages = documents.flatMap((document) => document.passages)
  const documentOf = Uint32Array.from(documents.flatMap((document, number) => document.passages.map(() => number)))
  const fields = documents.flatMap((document) => fieldsOfDocument(document))
  const parents = passages.map((passage) => parentHeading(documents, passage))
  const index = buildInvertedIndex(fields)
  const salience = salienceOf(index, everyday)
  const analyse = createAnalyseQuery({ index, layWords, everyday })
  const matcher = createQueryMatcher(index.stems.size, salience)
  const polarities = documents.map((document) =>
    readPolarities([document.title, ...document.aliases].flatMap(plainWords)),
  )
  const rank = createRank({
    index,
    documentOf,
    firstPassage: firstPassages(documents),
    weights: rankWeights,
    waysToAsk: createPhraseIndex(fields.map(waysToAsk), index, salience),
    headings: createPhraseIndex(
      fields.map(({ heading, title }) => [heading.filter((word) => !title.includes(word) && namesTopic(word))]),
      index,
      salience,
    ),
    names: createPhraseIndex(
      documents.map((document) => [document.title, ...document.aliases].map(nameWords)),
      index,
      salience,
    ),
    sectionKinds: fields.map(({ heading, title, asked }, number) =>
      passages[number]?.section === 'overview'
        ? readSectionKinds(title, asked, [], ['definition'])
        : readSectionKinds(without(heading, title), asked, parents[number]),
    ),
  })

  /** Leaves out documents that are not asked for, and those that are about the opposite of the question. */
  function gate(said: Polarities, within: SearchOptions['within'], contradicted: Set<string>) {
    if (said.size === 0 && within === undefined) return undefined
    const known = new Map<number, boolean>()
    const admits = (number: number): boolean => {
      const document = documents[number]
      if (document === undefined || within?.(document) === false) return false
      const opposite = conflict(said, polarities[number] ?? new Map())
      if (opposite !== undefined) contradicted.add(opposite)
      return opposite === undefined
    }
    return (passage: number): boolean => {
      const number = at(documentOf, passage)
      const allowed = known.get(number) ?? admits(number)
      known.set(number, allowed)
      return allowed
    }
  }

  function judge(query: Query, [best]: readonly Candidate[], said: Polarities) {
    if (best === undefined) return { confidence: 0 }
    const features = confidenceFeatures(query, best, index, { onlyDocument: documents.length === 1, said })
    return { confidence: confidence(features, confidenceWeights), confidenceFeatures: features }
  }

  function toHit({ passage: number, score, features }: Candidate): Hit[] {
    const passage = passages[number]
    const language = documents[at(documentOf, number)]?.language
    return passage === undefined || language === undefined ? [] : [{ passage, language, score, features }]
  }

  return (text, { within, limit = 5 } = {}) => {
    const query = analyse(text)
    const said = readPolarities(query.tokens.map((token) => token.word))
    const contradicted = new Set<string>()
    const match = matcher.lay(query)
    const ranked = rank(query, match, gate(said, within, contradicted))
    matcher.clear(query)
    const candidates = rerank(text, ranked, ({ passage }) => passages[passage])
    return {
      hits: candidates.slice(0, limit).flatMap(toHit),
      ...judge(query, candidates, said),
      unknown: [...contradicted, ...unknownWords(query)],
    }
  }
}

function firstPassages(documents: readonly Document[]): Uint32Array {
  const first = new Uint32Array(documents.length + 1)
  for (const [number, { passages }] of documents.entries()) first[number + 1] = at(first, number) + passages.length
  return first
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

const stopWords = functionWords['en'] ?? new Set()

function plainWords(text: string): string[] {
  return words(fold(text))
}

/** Whether a word says which topic: not a state ("low"), nor what is asked of every topic ("causes"). */
function namesTopic(word: string): boolean {
  return !isPolarityWord(word) && !isKindWord(word) && !genericStems.has(stem(word))
}

/** The words of a name that say which topic it is; all of them where none does. */
function nameWords(name: string): string[] {
  const all = plainWords(name)
  const naming = all.filter(namesTopic)
  return naming.length === 0 ? all : naming
}

function fieldsOfDocument(document: Document): FieldWords[] {
  const title = plainWords(document.title)
  const aliases = document.aliases.flatMap(plainWords)
  return document.passages.map((passage) => ({
    title,
    aliases,
    heading: withKinds(
      without(plainWords(passage.heading), passage.section === 'overview' ? [] : title),
      plainWords(passage.heading),
    ),
    asked: passage.asked.map((phrasing) => withKinds(plainWords(phrasing))),
    body: plainWords(passage.text),
  }))
}

function withKinds(shown: readonly string[], indexed: readonly string[] = shown): readonly string[] {
  return [...indexed, ...kindWords(shown)]
}

function parentHeading(documents: readonly Document[], passage: Passage): readonly string[] {
  if (passage.parent === undefined) return []
  const document = documents.find(({ name }) => name === passage.document)
  const parent = document?.passages.find(({ section }) => section === passage.parent)
  return parent === undefined ? [] : plainWords(parent.heading)
}

/** The phrasings given, the heading, and the heading with the document's title. */
function waysToAsk({ title, heading, asked }: FieldWords): (readonly string[])[] {
  return [...asked, heading, [...heading, ...title]]
}

function without(all: readonly string[], others: readonly string[]): readonly string[] {
  const rest = all.filter((word) => !others.includes(word) || stopWords.has(word))
  return rest.length === 0 ? all : rest
}

/** How much each term tells here: rare in everyday English, and not in every passage. */
function salienceOf(index: InvertedIndex, everyday: EverydayWords): Float32Array {
  const salience = new Float32Array(index.stems.size).fill(1)
  for (const [word, term] of index.forms) {
    const information = isKindWord(word) ? kindSalience : stopWords.has(word) ? 0 : informationOf(word, everyday)
    salience[term] = Math.min(at(salience, term), information)
  }
  const most = Math.log(1 + index.size)
  for (const [term, information] of salience.entries())
    salience[term] = information * (0.15 + at(index.idf, term) / most)
  return salience
}

/** What a kind of question tells, on the scale of words' information. */
const kindSalience = 0.35
