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
  bias: -1.4,
  coverage: 0.04,
  namedCoverage: 0.65,
  specific: 2.85,
  missing: -1.7,
  missingSum: -0.66,
  unknown: -1.68,
  strayed: -1.78,
  evidence: 0.6,
  asked: 0.28,
  topicMissing: 0.84,
  kind: 1.22,
  elsewhere: -0.92,
  length: 1.99,
}
