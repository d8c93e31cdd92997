import { expect, it } from 'vitest'
import { allowedLoss, evaluateAll, findLosses, loadBaseline } from '../../evaluation/baseline.ts'
import { heldOutSets, tuningSets } from '../../evaluation/judgments.ts'

const now = evaluateAll()
const names = [...tuningSets, ...heldOutSets].map(({ name }) => name)

it('the figures of every set are no more than two points below the baseline', () => {
  expect(findLosses(now)).toEqual([])
})

it('the baseline has every set, the held-out ones among them', () => {
  expect(Object.keys(loadBaseline()).toSorted()).toEqual(names.toSorted())
})

it.each(['rightFirst', 'answered', 'wrong', 'falseAnswers'] as const)('findLosses() finds a loss in "%s"', (key) => {
  const before = loadBaseline()['held-out']
  if (before === undefined) throw new Error('The baseline lacks the held-out set')
  const worse = key === 'wrong' || key === 'falseAnswers' ? before[key] + 0.03 : before[key] - 0.03

  const losses = findLosses({ ...loadBaseline(), 'held-out': { ...before, [key]: worse } })

  expect(losses).toHaveLength(1)
  expect(losses[0]).toContain(`held-out: ${key} was`)
})

it('findLosses() finds a set that was not measured', () => {
  expect(findLosses({})).toEqual(Object.keys(loadBaseline()).map((name) => `${name} was not measured`))
})

it('findLosses() lets two points pass and no more', () => {
  expect(allowedLoss).toBe(0.02)
})

it.each(names)('the figures of "%s" add up: answered, offered, wrong and refused are all of it', (name) => {
  const { answered, offered, wrong, refused, rightFirst, answerable, unanswerable } = now[name] ?? {}

  expect((answered ?? 0) + (offered ?? 0) + (wrong ?? 0) + (refused ?? 0)).toBeCloseTo(1, 9)
  expect(rightFirst).toBeGreaterThanOrEqual(answered ?? Number.NaN)
  expect((answerable ?? 0) + (unanswerable ?? 0)).toBeGreaterThan(20)
})

// A floor under any baseline: more than this would be a broken search, whatever was stored.
it.each(names)('wrong and false answers to "%s" are few', (name) => {
  expect(now[name]?.wrong).toBeLessThan(0.15)
  expect(now[name]?.falseAnswers).toBeLessThan(0.15)
})
