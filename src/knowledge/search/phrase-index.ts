import type { Query } from './analyse-query.ts'
import { at, type InvertedIndex } from './inverted-index.ts'

/** How well a question and a phrase say the same. */
export type Likeness = {
  /** Share of the phrase's weight that the question has, from 0 to 1. */
  readonly recall: number
  /** Share of the question's weight that the phrase has, from 0 to 1. */
  readonly precision: number
  /** Harmonic mean of the two. */
  readonly both: number
}

/** Short texts in groups (ways to ask for a passage, names of a document), kept as term numbers. */
export type PhraseIndex = {
  /** The likest phrase of a group; all zero for an empty group. */
  readonly likest: (group: number, match: QueryMatch) => Likeness
}

/** A query laid out by term number, so that a phrase is compared by reading its own terms only. */
export type QueryMatch = {
  /** Best weight with which the query means a term; 0 where it does not. */
  readonly weights: Float32Array
  /** The unit that means it. */
  readonly units: Int32Array
  /** What each unit counts. */
  readonly unitWeights: Float64Array
  /** Room for how well a phrase has each unit. */
  readonly unitBest: Float64Array
  readonly total: number
}

/** Files groups of phrases; words that carry no weight and words outside the index are left out. */
export function createPhraseIndex(
  groups: readonly (readonly (readonly string[])[])[],
  index: InvertedIndex,
  salience: Float32Array,
): PhraseIndex {
  const terms: number[] = []
  const phraseStarts: number[] = [0]
  const groupStarts: number[] = [0]
  for (const group of groups) {
    for (const phrase of group) {
      const numbers = phrase.map((word) => index.forms.get(word)).filter((term) => term !== undefined)
      terms.push(...new Set(numbers.filter((term) => at(salience, term) > 0)))
      if (terms.length > (phraseStarts.at(-1) ?? 0)) phraseStarts.push(terms.length)
    }
    groupStarts.push(phraseStarts.length - 1)
  }
  const flat = Uint32Array.from(terms)
  const phrases = Uint32Array.from(phraseStarts)
  const starts = Uint32Array.from(groupStarts)

  return {
    likest(group, match) {
      let best: Likeness = { recall: 0, precision: 0, both: 0 }
      for (let phrase = at(starts, group); phrase < at(starts, group + 1); phrase += 1) {
        const likeness = compare(flat, at(phrases, phrase), at(phrases, phrase + 1), match, salience)
        if (likeness.both > best.both) best = likeness
      }
      return best
    },
  }
}

function compare(terms: Uint32Array, from: number, to: number, match: QueryMatch, salience: Float32Array): Likeness {
  let total = 0
  let matched = 0
  const { unitBest, unitWeights } = match
  unitBest.fill(0)
  for (let i = from; i < to; i += 1) {
    const term = at(terms, i)
    const weight = at(salience, term)
    total += weight
    const meant = at(match.weights, term)
    if (meant === 0) continue
    matched += weight * meant
    const unit = at(match.units, term)
    unitBest[unit] = Math.max(unitBest[unit] ?? 0, meant)
  }
  if (matched === 0) return { recall: 0, precision: 0, both: 0 }
  let said = 0
  for (let unit = 0; unit < unitBest.length; unit += 1) said += (unitBest[unit] ?? 0) * (unitWeights[unit] ?? 0)
  const recall = matched / total
  const precision = match.total === 0 ? 0 : said / match.total
  return { recall, precision, both: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision) }
}

/** Lays queries out by term number, one at a time: the match is valid until the next query is laid out. */
export function createQueryMatcher(termCount: number, salience: Float32Array): (query: Query) => QueryMatch {
  const weights = new Float32Array(termCount)
  const units = new Int32Array(termCount)
  let laid: Query['units'] = []

  return (query) => {
    for (const { terms } of laid) for (const { term } of terms) weights[term] = 0
    laid = query.units
    const unitWeights = new Float64Array(laid.length)
    let total = 0
    for (const [number, unit] of laid.entries()) {
      let best = 0
      for (const { term, weight } of unit.terms) {
        best = Math.max(best, at(salience, term) * weight)
        const meant = weight * unit.share
        if (meant <= at(weights, term)) continue
        weights[term] = meant
        units[term] = number
      }
      unitWeights[number] = unit.terms.length === 0 ? unit.information : best
      total += unitWeights[number] ?? 0
    }
    return { weights, units, unitWeights, unitBest: new Float64Array(laid.length), total }
  }
}
