import type { ConfidenceWeights } from './confidence.ts'
import type { RankWeights } from './rank.ts'

/** Weights of the order of candidates, printed by `npm run fit`. */
export const rankWeights: RankWeights = {
  bm25: 3.68,
  asked: 3.21,
  kind: 1.28,
  document: 0.62,
  title: 1.89,
  heading: 1.11,
}

/** Weights of the chance that the first candidate answers, printed by `npm run fit`. */
export const confidenceWeights: ConfidenceWeights = {
  bias: -1.5,
  coverage: 0.05,
  namedCoverage: 0.47,
  specific: 2.45,
  missing: -1.75,
  missingSum: -0.8,
  unknown: -1.75,
  strayed: -1.62,
  evidence: 0.71,
  asked: 0.66,
  topicMissing: 0.86,
  kind: 1.13,
  elsewhere: -0.93,
  length: 2.32,
}
