import type { Query } from './analyse-query.ts'
import { at, type InvertedIndex } from './inverted-index.ts'

/** BM25 scores of one query, valid until the next one is scored. */
export type Scores = {
  /** By passage number; 0 where no word of the query stands. */
  readonly scores: Float32Array
  /** The passages with a score, in no order. */
  readonly touched: Uint32Array
}

/** Prepares scoring every passage against a query: for each unit its best term's share, added up. */
export function createScorePassages(index: InvertedIndex): (query: Query) => Scores {
  const scores = new Float32Array(index.size)
  const unitScores = new Float32Array(index.size)
  const touched = new Uint32Array(index.size)
  const unitTouched = new Uint32Array(index.size)
  let count = 0

  function add(passage: number, value: number): void {
    const before = at(scores, passage)
    if (before === 0) {
      touched[count] = passage
      count += 1
    }
    scores[passage] = before + value
  }

  function clear(): void {
    for (let i = 0; i < count; i += 1) scores[at(touched, i)] = 0
    count = 0
  }

  return (query) => {
    clear()
    for (const { terms, information, idf } of query.units) {
      let unitCount = 0
      for (const { term, weight } of terms) {
        const factor = weight * information * (idf ?? at(index.idf, term))
        const end = at(index.starts, term + 1)
        for (let i = at(index.starts, term); i < end; i += 1) {
          const passage = at(index.passages, i)
          const value = factor * at(index.impacts, i)
          const before = at(unitScores, passage)
          if (before === 0) {
            unitTouched[unitCount] = passage
            unitCount += 1
          }
          if (value > before) unitScores[passage] = value
        }
      }
      for (let i = 0; i < unitCount; i += 1) {
        const passage = at(unitTouched, i)
        add(passage, at(unitScores, passage))
        unitScores[passage] = 0
      }
    }
    return { scores, touched: touched.subarray(0, count) }
  }
}

/** The allowed passages with the highest scores, in no order; only those that could be among them are asked about. */
export function bestOf(
  { scores, touched }: Scores,
  most: number,
  isAllowed: (passage: number) => boolean,
): readonly number[] {
  const best: number[] = []
  let least = 0
  for (const passage of touched) {
    const score = at(scores, passage)
    if ((best.length === most && score <= least) || !isAllowed(passage)) continue
    if (best.length === most) best.shift()
    let place = best.length
    while (place > 0 && at(scores, best[place - 1] ?? 0) > score) place -= 1
    best.splice(place, 0, passage)
    least = at(scores, best[0] ?? 0)
  }
  return best
}
