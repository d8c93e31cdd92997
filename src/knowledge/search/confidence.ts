import type { Meaning, Query, Unit } from './analyse-query.ts'
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

/** Logistic weights, fitted by `evaluation/fit.ts`. */
export type ConfidenceWeights = Readonly<Record<keyof ConfidenceFeatures | 'bias', number>>

/** Where the features were measured. */
type Circumstances = {
  readonly index: InvertedIndex
  /** The library has one document, which a question need not name. */
  readonly onlyDocument: boolean
  /** What the question calls low or high. */
  readonly said: Polarities
}

/** Measures the features of one candidate. */
export function confidenceFeatures(
  query: Query,
  { passage, features: { asked, kind, title } }: Candidate,
  { index, onlyDocument, said }: Circumstances,
): ConfidenceFeatures {
  const covers = query.units.map((unit) => coverUnit(unit, passage, index))
  const lacking = covers.filter(({ any }) => any < meantFrom)
  const specific = covers.filter(({ inName, role }) => !inName && (role === 'topic' || role === 'scene'))
  const total = sum(covers.map(({ information }) => information))
  const covered = sum(covers.map(({ information, any }) => information * any))
  const missing = Math.max(0, ...lacking.map(({ information }) => information))
  const telling = lacking.filter(({ information }) => information > tellingFrom)

  return {
    coverage: share(covered, total),
    namedCoverage: share(sum(covers.map(({ information, named }) => information * named)), total),
    specific: specific.length === 0 ? 1 : shareCovered(specific),
    missing,
    missingSum: Math.min(1, sum(telling.map(({ information }) => information)) / 2),
    unknown: Math.max(0, ...covers.filter(({ isUnknown }) => isUnknown).map(({ information }) => information)),
    strayed: missing * (1 - title),
    evidence: Math.min(1, covered / 2),
    asked,
    topicMissing: onlyDocument ? 0 : 1 - title,
    kind,
    elsewhere: lacking.some(({ stem }) => stem !== undefined && said.has(stem)) ? 1 : 0,
    length: Math.log2(1 + covers.filter(({ role }) => role === 'topic').length) / 4,
  }
}

/** How well a passage has one unit of a question. */
type Cover = Pick<Unit, 'role' | 'stem'> & {
  readonly information: number
  /** How surely the passage has it anywhere, from 0 to 1. */
  readonly any: number
  /** The same, in the parts that say what the passage is about. */
  readonly named: number
  /** It belongs to the document's name, so it does not tell this passage from others. */
  readonly inName: boolean
  /** No document has it. */
  readonly isUnknown: boolean
}

/** A unit meant less surely than this is not had. */
const meantFrom = 0.3

/** From this information on a word says what a question is about. */
const tellingFrom = 0.25

/** Whether a passage has what the terms stand for, surely enough that it is not counted as lacking. */
export function isCovered(terms: readonly Meaning[], passage: number, index: InvertedIndex): boolean {
  return terms.some(({ term, weight }) => weight >= meantFrom && fieldsOf(index, term, passage) !== 0)
}

function coverUnit(unit: Unit, passage: number, index: InvertedIndex): Cover {
  const { terms, role, stem } = unit
  let any = 0
  let named = 0
  let inName = false
  for (const { term, weight } of terms) {
    if (weight <= named) continue
    const fields = fieldsOf(index, term, passage)
    if (fields === 0) continue
    any = Math.max(any, weight)
    if ((fields & (field.title | field.alias)) !== 0) inName = true
    if ((fields & namingFields) !== 0) named = weight
  }
  const isUnknown = terms.length === 0
  const known = { any, named, inName, isUnknown, role, information: countedInformation(unit) }
  return stem === undefined ? known : { ...known, stem }
}

/** What a word that only sets the scene counts. */
const sceneInformation = 0.05

/** What a topic word that no document has counts at least, however common: "house" and "car" are topics too. */
const strangerInformation = 0.45

/** How much a unit of a question counts when it is measured what a passage covers, from 0 to 1. */
export function countedInformation({ role, terms, information }: Unit): number {
  if (role === 'scene') return sceneInformation
  return terms.length === 0 ? Math.max(information, strangerInformation) : information
}

function shareCovered(covers: readonly Cover[]): number {
  return share(
    sum(covers.map(({ information, any }) => information * any)),
    sum(covers.map(({ information }) => information)),
  )
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
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

/** Evidence below which a question has named next to nothing ("what about my body"), whatever it covers. */
const leastEvidence = 0.1

/** The chance that the candidate answers the question, from 0 to 1. */
export function confidence(features: ConfidenceFeatures, weights: ConfidenceWeights): number {
  const logit = weights.bias + sum(confidenceFeatureNames.map((name) => weights[name] * features[name]))
  const told = Math.min(1, features.evidence / leastEvidence)
  return told / (1 + Math.exp(-logit))
}
