import type { ConfidenceWeights } from './confidence.ts'
import type { RankWeights } from './rank.ts'

/** Weights of the order of candidates, printed by `npm run fit`. */
export const rankWeights: RankWeights = {
  bm25: 3.65,
  asked: 3.21,
  kind: 1.25,
  document: 0.62,
  title: 1.89,
  heading: 1.07,
}

/** Weights of the chance that the first candidate answers, printed by `npm run fit`. */
export const confidenceWeights: ConfidenceWeights = {
  bias: -2.42,
  coverage: 0.05,
  namedCoverage: 0.71,
  specific: 3.45,
  missing: -0.8,
  missingSum: -0.61,
  unknown: -0.95,
  strayed: -2.08,
  evidence: 1.09,
  asked: 0.51,
  topicMissing: 0.63,
  kind: 1.08,
  elsewhere: -0.88,
  length: 1.63,
}
