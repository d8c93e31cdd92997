import type { Query, Unit } from './analyse-query.ts'
import { field, type InvertedIndex } from './inverted-index.ts'
import type { Polarities } from './polarity.ts'
import { type Candidate, fieldsOf, namingFields } from './rank.ts'

/** What speaks for and against the best candidate being an answer at all, each about 0 to 1. */
export type ConfidenceFeatures = {
  /** Share of the question's information that the passage covers. */
  readonly coverage: number
  /** The same, in title, heading, aliases and asked phrasings alone. */
  readonly namedCoverage: number
  /** Share covered of what the question says beside the document's name and words like "cause"; 1 where it says nothing else. */
  readonly specific: number
  /** Information of the most telling word that the passage lacks. */
  readonly missing: number
  /** Information of the most telling word that no document has. */
  readonly unknown: number
  /** Information of all the telling words that the passage lacks. */
  readonly missingSum: number
  /** Information covered, however long the question. */
  readonly evidence: number
  /** Likeness to the likest way to ask for the passage. */
  readonly asked: number
  /** Share of the document's name that the question lacks; 0 where there is one document only. */
  readonly topicMissing: number
  /** `missing`, as far as the question does not name the document. */
  readonly strayed: number
  /** The question's kind against the section's. */
  readonly kind: number
  /** 1 where the question calls something low or high that the passage does not have. */
  readonly elsewhere: number
  /** Number of topic words, as log₂ and scaled. */
  readonly length: number
}

/** Evidence below which a question has named next to nothing ("what about my body"), whatever it covers. */
const leastEvidence = 0.1

/** What a word that only sets the scene counts. */
const sceneInformation = 0.05

/** From this information on a word says what a question is about. */
const telling = 0.25

/** Logistic weights, fitted by `evaluation/fit.ts`. */
export type ConfidenceWeights = Readonly<Record<keyof ConfidenceFeatures | 'bias', number>>

function informationFor(role: Unit['role'], isInDocuments: boolean, information: number): number {
  if (role === 'scene') return sceneInformation
  return isInDocuments ? information : Math.max(information, strangerInformation)
}

/** What a topic word that no document has counts at least, however common: "house" and "car" are topics too. */
const strangerInformation = 0.45

/** Measures the features of one candidate. */
export function confidenceFeatures(
  query: Query,
  candidate: Candidate,
  index: InvertedIndex,
  { onlyDocument, said: quantities }: { readonly onlyDocument: boolean; readonly said: Polarities },
): ConfidenceFeatures {
  let total = 0
  let covered = 0
  let named = 0
  let specific = 0
  let specificCovered = 0
  let missing = 0
  let missingSum = 0
  let elsewhere = 0
  let unknown = 0
  for (const { information: said, terms, role, stem } of query.units) {
    const information = informationFor(role, terms.length > 0, said)
    let best = 0
    let bestNamed = 0
    let inName = false
    for (const { term, weight } of terms) {
      if (weight <= bestNamed) continue
      const fields = fieldsOf(index, term, candidate.passage)
      if (fields === 0) continue
      best = Math.max(best, weight)
      if ((fields & (field.title | field.alias)) !== 0) inName = true
      if ((fields & namingFields) !== 0) bestNamed = weight
    }
    total += information
    covered += information * best
    named += information * bestNamed
    if (!inName && (role === 'topic' || role === 'scene')) {
      specific += information
      specificCovered += information * best
    }
    if (best < 0.3) {
      if (stem !== undefined && quantities.has(stem)) elsewhere = 1
      missing = Math.max(missing, information)
      if (information > telling) missingSum += information
    }
    if (terms.length === 0) unknown = Math.max(unknown, information)
  }
  return {
    coverage: total === 0 ? 0 : covered / total,
    namedCoverage: total === 0 ? 0 : named / total,
    specific: specific === 0 ? 1 : specificCovered / specific,
    missing,
    missingSum: Math.min(1, missingSum / 2),
    unknown,
    strayed: missing * (1 - candidate.features.title),
    evidence: Math.min(1, covered / 2),
    asked: candidate.features.asked,
    topicMissing: onlyDocument ? 0 : 1 - candidate.features.title,
    kind: candidate.features.kind,
    elsewhere,
    length: Math.log2(1 + query.units.filter(({ role }) => role === 'topic').length) / 4,
  }
}

export const confidenceFeatureNames = [
  'coverage',
  'namedCoverage',
  'specific',
  'missing',
  'missingSum',
  'unknown',
  'strayed',
  'evidence',
  'asked',
  'topicMissing',
  'kind',
  'elsewhere',
  'length',
] as const satisfies (keyof ConfidenceFeatures)[]

/** The chance that the candidate answers the question, from 0 to 1. */
export function confidence(features: ConfidenceFeatures, weights: ConfidenceWeights): number {
  const logit = confidenceFeatureNames.reduce((sum, name) => sum + weights[name] * features[name], weights.bias)
  const told = Math.min(1, features.evidence / leastEvidence)
  return told / (1 + Math.exp(-logit))
}
