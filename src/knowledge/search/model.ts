import type { ConfidenceWeights } from './confidence.ts'
import type { RankWeights } from './rank.ts'

/** Weights of the order of candidates, printed by `npm run fit`. */
export const rankWeights: RankWeights = {
  bm25: 3.68,
  asked: 3.22,
  kind: 1.28,
  document: 0.62,
  title: 1.89,
  heading: 1.11,
}

/** Weights of the chance that the first candidate answers, printed by `npm run fit`. */
export const confidenceWeights: ConfidenceWeights = {
  bias: -2.01,
  coverage: -0.32,
  namedCoverage: 0.84,
  specific: 3.69,
  missing: -0.89,
  missingSum: -0.91,
  unknown: -1.02,
  strayed: -1.94,
  evidence: 0.87,
  asked: 0.26,
  topicMissing: 0.42,
  kind: 1.33,
  elsewhere: -0.94,
  length: 1.74,
}
