import { expect, it } from 'vitest'
import { heldOutSets, isRight, loadCorpus, loadJudgments, tuningSets } from '../../evaluation/judgments.ts'

const sets = [...tuningSets, ...heldOutSets]

it('there are at least 200 questions on the shipped document', () => {
  const counts = sets.filter(({ corpus }) => corpus === 'low-serotonin').map((set) => loadJudgments(set).length)

  expect(sum(counts)).toBeGreaterThanOrEqual(200)
})

it('of the questions of each kind, taken together, a third are held out', () => {
  const heldOut = heldOutSets.map((set) => loadJudgments(set).length)
  const tuned = heldOutSets.map(({ name, corpus }) => {
    return loadJudgments({ name: name.replace('held-out', 'tuning'), corpus }).length
  })

  expect(sum(heldOut) / (sum(heldOut) + sum(tuned))).toBeGreaterThanOrEqual(1 / 3)
})

// Different people think of the same short questions ("what causes low serotonin"); told by id, so that nobody reads them.
it('hardly a question that is held out is word for word among those tuned on', () => {
  const tuned = new Set(tuningSets.flatMap((set) => loadJudgments(set)).map(({ text }) => plain(text)))
  const heldOut = heldOutSets.flatMap((set) => loadJudgments(set))

  const shared = heldOut.filter(({ text }) => tuned.has(plain(text))).map(({ id }) => id)

  // At most six in a hundred.
  expect(shared.slice(Math.floor(0.06 * heldOut.length))).toEqual([])
})

it('every question has an id of its own', () => {
  const ids = sets.flatMap((set) => loadJudgments(set)).map(({ id }) => id)

  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
})

it.each(sets.map((set) => [set.name, set] as const))('every question of "%s" is well-formed', (_, set) => {
  const sections = new Set(
    loadCorpus(set).flatMap(({ passages }) => passages.map(({ document, section }) => `${document}#${section}`)),
  )

  const malformed = loadJudgments(set).filter(({ text, expect: outcome, document, section, accept = [], style }) => {
    const right = outcome === 'answer' ? [section, ...accept].map((each) => `${document}#${each}`) : []
    const isKnown = ['answer', 'no-answer', 'either'].includes(outcome) && right.every((each) => sections.has(each))
    return text.trim() === '' || !isKnown || !/^[a-z-]+$/.test(style)
  })

  expect(malformed.map(({ id }) => id)).toEqual([])
})

it.each(heldOutSets.map((set) => [set.name, set] as const))(
  '"%s" asks both for what the documents have and for what they have not',
  (_, set) => {
    const outcomes = loadJudgments(set).map((judgment) => judgment.expect)

    expect(outcomes.filter((outcome) => outcome === 'answer').length).toBeGreaterThanOrEqual(20)
    expect(outcomes.filter((outcome) => outcome === 'no-answer').length).toBeGreaterThanOrEqual(20)
  },
)

it('isRight() accepts the section, and others that are right as well, of the right document alone', () => {
  const judgment = {
    id: 'x',
    text: 'why?',
    expect: 'answer',
    document: 'sleep',
    section: 'rest',
    accept: ['naps'],
    style: 'natural',
  } as const
  const isRightFor = (document: string, section: string) => isRight(judgment, { document, section })

  expect([isRightFor('sleep', 'rest'), isRightFor('sleep', 'naps')]).toEqual([true, true])
  expect([isRightFor('sleep', 'food'), isRightFor('food', 'rest'), isRight(judgment, undefined)]).toEqual([
    false,
    false,
    false,
  ])
})

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .trim()
}
