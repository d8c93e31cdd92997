import type { Query } from './analyse-query.ts'
import { at, field, type InvertedIndex } from './inverted-index.ts'
import type { PhraseIndex, QueryMatch } from './phrase-index.ts'
import { bestOf, createScorePassages } from './score-passages.ts'
import { kindFit, kindWeights, type SectionKinds } from './section-kinds.ts'

/** A passage that may answer, with what speaks for it. */
export type Candidate = {
  /** Number of the passage. */
  readonly passage: number
  readonly score: number
  readonly features: RankFeatures
}

/** What the order of candidates is made from, each about 0 to 1. */
export type RankFeatures = {
  /** BM25F score as a share of the best there could be. */
  readonly bm25: number
  /** Likeness to the likest way to ask for the passage. */
  readonly asked: number
  /** The question's kind against the section's. */
  readonly kind: number
  /** BM25 share of the likest passage of the same document. */
  readonly document: number
  /** Share of the document's title, or of one of its aliases, that the question names. */
  readonly title: number
  /** Share of the heading that the question names. */
  readonly heading: number
}

/** Weights of the rank features, fitted by `evaluation/fit.ts`. */
export type RankWeights = Readonly<Record<keyof RankFeatures, number>>

/** What ranking reads; everything is by passage number, `documentOf` leads to document numbers. */
export type RankParts = {
  readonly index: InvertedIndex
  readonly waysToAsk: PhraseIndex
  readonly headings: PhraseIndex
  /** By document number. */
  readonly names: PhraseIndex
  readonly documentOf: Uint32Array
  /** Number of each document's first passage, and after the last document the number of passages. */
  readonly firstPassage: Uint32Array
  readonly sectionKinds: readonly SectionKinds[]
  readonly weights: RankWeights
}

/** Passages that BM25 hands on to be looked at closely. */
const closeLook = 40

/** Documents whose passages are all looked at. */
const closestDocuments = 4

/** Builds the ranking: BM25F over all passages, then a close look at the best of them. */
export function createRank(parts: RankParts) {
  const { index, documentOf, firstPassage, weights } = parts
  const scorePassages = createScorePassages(index)

  /** What a passage that says nothing but the question could score; words that are everywhere do not shrink it. */
  function idealScore(query: Query): number {
    let ideal = 0
    for (const { terms, idf, information } of query.units) {
      if (terms.length === 0) continue
      const most = idf ?? Math.max(...terms.map(({ term, weight }) => weight * at(index.idf, term)))
      ideal += information * Math.max(1, most)
    }
    return Math.max(1e-9, ideal)
  }

  /** All passages of the documents that came closest: the right section may share no word with the question. */
  function siblings(documents: ReadonlyMap<number, number>): number[] {
    const closest = [...documents].toSorted(([, a], [, b]) => b - a).slice(0, closestDocuments)
    return closest.flatMap(([document]) => {
      const first = at(firstPassage, document)
      return Array.from({ length: at(firstPassage, document + 1) - first }, (_, i) => first + i)
    })
  }

  return (query: Query, match: QueryMatch, isAllowed: (passage: number) => boolean): readonly Candidate[] => {
    const scored = scorePassages(query)
    const ideal = idealScore(query)
    const best = bestOf(scored, closeLook, isAllowed)
    const documents = new Map<number, number>()
    for (const passage of best) {
      const document = at(documentOf, passage)
      documents.set(document, Math.max(documents.get(document) ?? 0, at(scored.scores, passage) / ideal))
    }
    const names = new Map([...documents.keys()].map((document) => [document, parts.names.likest(document, match)]))
    const wanted = kindWeights(query.kinds)

    const candidates = [...new Set([...best, ...siblings(documents)])].map((passage): Candidate => {
      const document = at(documentOf, passage)
      const features: RankFeatures = {
        bm25: at(scored.scores, passage) / ideal,
        asked: parts.waysToAsk.likest(passage, match).both,
        kind: kindFit(wanted, parts.sectionKinds[passage]),
        document: documents.get(document) ?? 0,
        title: names.get(document)?.recall ?? 0,
        heading: parts.headings.likest(passage, match).recall,
      }
      return { passage, score: weigh(features, weights), features }
    })
    return candidates.toSorted((left, right) => right.score - left.score || left.passage - right.passage)
  }
}

/** Which fields of a passage hold a term; 0 for none. */
export function fieldsOf(index: InvertedIndex, term: number, passage: number): number {
  let low = at(index.starts, term)
  let high = at(index.starts, term + 1)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (at(index.passages, middle) < passage) low = middle + 1
    else high = middle
  }
  return low < at(index.starts, term + 1) && at(index.passages, low) === passage ? at(index.fields, low) : 0
}

/** The fields that say what a passage is about, beside its running text. */
export const namingFields = field.title | field.heading | field.alias | field.asked

export const rankFeatureNames = [
  'bm25',
  'asked',
  'kind',
  'document',
  'title',
  'heading',
] as const satisfies (keyof RankFeatures)[]

function weigh(features: RankFeatures, weights: RankWeights): number {
  return rankFeatureNames.reduce((score, name) => score + weights[name] * features[name], 0)
}
