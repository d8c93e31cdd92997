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
  bias: -1.61,
  coverage: -0.03,
  namedCoverage: 0.73,
  specific: 2.45,
  missing: -1.76,
  missingSum: -0.71,
  unknown: -1.72,
  strayed: -1.66,
  evidence: 0.56,
  asked: 0.7,
  topicMissing: 0.8,
  kind: 1.08,
  elsewhere: -0.89,
  length: 2.42,
}
