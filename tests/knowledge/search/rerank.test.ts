import { expect, it } from 'vitest'
import { rerank } from '../../../src/knowledge/search/rerank.ts'
import { smallDocument } from './small-corpus.ts'

const sections = { 'lung-cancer': ['Lung cancer', 'Text.'], 'skin-cancer': ['Skin cancer', 'Text.'] } as const
const plain = smallDocument('cancer', 'Kinds', sections).passages
const phrased = smallDocument('cancer', 'Kinds', sections, { 'lung-cancer': ['What about lungs?'] }).passages

function ranked(scores: readonly number[]) {
  return scores.map((score, place) => ({ score, place }))
}

it('rerank() lets the heading decide between passages of close scores', () => {
  const order = rerank('skin cancer', ranked([5, 4.9]), ({ place }) => plain[place])

  expect(order.map(({ place }) => place)).toEqual([1, 0])
})

it('rerank() leaves passages whose scores lie apart', () => {
  const order = rerank('skin cancer', ranked([5, 4]), ({ place }) => plain[place])

  expect(order.map(({ place }) => place)).toEqual([0, 1])
})

it('rerank() leaves passages for which an educator has written phrasings', () => {
  const order = rerank('skin cancer', ranked([5, 4.9]), ({ place }) => phrased[place])

  expect(order.map(({ place }) => place)).toEqual([0, 1])
})

it('rerank() keeps every candidate, and the scores falling', () => {
  const candidates = ranked([5, 4.95, 4.9, 1])

  const order = rerank('skin cancer', candidates, ({ place }) => plain[place % 2])

  const scores = order.map(({ score }) => score)
  expect(new Set(order.map(({ place }) => place))).toEqual(new Set([0, 1, 2, 3]))
  expect(scores).toEqual(scores.toSorted((left, right) => right - left))
})

it.each([[[]], [[1]]])('rerank() leaves a list of none or one as it is', (scores) => {
  expect(rerank('skin', ranked(scores), () => undefined)).toEqual(ranked(scores))
})

it('rerank() is quick for an endless question', () => {
  const started = performance.now()

  rerank('skin '.repeat(2_000), ranked([5, 4.9]), ({ place }) => plain[place])

  expect(performance.now() - started).toBeLessThan(1_000)
})
