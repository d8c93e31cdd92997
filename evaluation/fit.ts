import {
  type ConfidenceFeatures,
  type ConfidenceWeights,
  confidenceFeatureNames,
} from '../src/knowledge/search/confidence.ts'
import { createSearch, type Findings } from '../src/knowledge/search/create-search.ts'
import { type RankWeights, rankFeatureNames } from '../src/knowledge/search/rank.ts'
import { isRight, type Judgment, loadCorpus, loadJudgments, loadShippedWords, tuningSets } from './judgments.ts'

/*
 * Fits the weights in src/knowledge/search/model.ts to the tuning questions and prints them.
 *
 *   npm run fit
 *
 * Order: a softmax over the candidates of each answerable question, its right sections to be first.
 * Confidence: a logistic model of "the first hit is right", unanswerable questions counting as not right.
 * Both with a pull towards zero (L2), by plain gradient descent from fixed starting points: same input, same weights.
 */

type Asked = { readonly judgment: Judgment; readonly findings: Findings }

/** Weights that ranked well on 1,000 sections of MedQuAD; the tuning corpora are too small to give up on them. */
const prior: RankWeights = { bm25: 3, asked: 2.4, kind: 1.05, document: 0.5, title: 1.8, heading: 0.6 }

const words = loadShippedWords()
const asked = tuningSets.flatMap((set): Asked[] => {
  const search = createSearch(loadCorpus(set), words)
  return loadJudgments(set).map((judgment) => ({ judgment, findings: search(judgment.text, { limit: 40 }) }))
})

if (process.argv[2] !== 'confidence') print('rankWeights', fitRank())
else print('confidenceWeights', fitConfidence())

function fitRank(): RankWeights {
  const groups = asked
    .filter(({ judgment }) => judgment.expect === 'answer')
    .map(({ judgment, findings }) => ({
      rows: findings.hits.map(({ features }) => rankFeatureNames.map((name) => features[name])),
      right: findings.hits.map((hit) => isRight(judgment, hit.passage)),
    }))
    .filter(({ right }) => right.includes(true) && right.includes(false))
  const weights = rankFeatureNames.map((name) => prior[name])
  for (let step = 0; step < 4000; step += 1) {
    const gradient = weights.map((weight, f) => 0.1 * (weight - prior[rankFeatureNames[f] ?? 'bm25']))
    for (const { rows, right } of groups) {
      const odds = rows.map((row) => Math.exp(dot(row, weights)))
      const all = sum(odds)
      const good = sum(odds.filter((_, i) => right[i]))
      for (const [i, row] of rows.entries()) {
        const pull = (odds[i] ?? 0) / all - (right[i] ? (odds[i] ?? 0) / good : 0)
        for (const [f, value] of row.entries()) gradient[f] = (gradient[f] ?? 0) + (pull * value) / groups.length
      }
    }
    for (const [f, slope] of gradient.entries()) weights[f] = (weights[f] ?? 0) - 0.5 * slope
  }
  return Object.fromEntries(rankFeatureNames.map((name, f) => [name, round(weights[f] ?? 0)])) as RankWeights
}

function fitConfidence(): ConfidenceWeights {
  const names: readonly (keyof ConfidenceFeatures)[] = confidenceFeatureNames
  const rows = asked.flatMap(({ judgment, findings: { confidenceFeatures, hits } }) => {
    if (confidenceFeatures === undefined || judgment.expect === 'either') return []
    const right = judgment.expect === 'answer' && isRight(judgment, hits[0]?.passage)
    const x = [1, ...names.map((name) => confidenceFeatures[name])]
    return [{ x, y: right ? 1 : 0, weight: judgment.expect === 'answer' && !right ? 0.3 : 1 }]
  })
  const weights = [0, ...names.map(() => 0)]
  for (let step = 0; step < 20_000; step += 1) {
    const gradient = weights.map((weight, f) => (f === 0 ? 0 : 0.001 * weight))
    for (const { x, y, weight } of rows) {
      const error = weight * (1 / (1 + Math.exp(-dot(x, weights))) - y)
      for (const [f, value] of x.entries()) gradient[f] = (gradient[f] ?? 0) + (error * value) / rows.length
    }
    for (const [f, slope] of gradient.entries()) weights[f] = (weights[f] ?? 0) - slope
  }
  const fitted = ['bias', ...names].map((name, f) => [name, round(weights[f] ?? 0)])
  return Object.fromEntries(fitted) as ConfidenceWeights
}

function print(name: string, weights: Readonly<Record<string, number>>): void {
  process.stdout.write(`${name}: ${JSON.stringify(weights, null, 2)}\n`)
}

function dot(left: readonly number[], right: readonly number[]): number {
  return sum(left.map((value, i) => value * (right[i] ?? 0)))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function round(number: number): number {
  return Math.round(number * 100) / 100
}
