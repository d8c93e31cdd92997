import { expect, it } from 'vitest'
import { selfTest } from '../../src/knowledge/self-test.ts'
import { gardenDocuments, shippedDocuments, shippedWords } from './search/shipped-search.ts'
import { plainWords, smallDocument } from './search/small-corpus.ts'

const shipped = selfTest(shippedDocuments, shippedWords)

it.each(shipped.map((result) => [result.passage.section, result] as const))(
  'all the phrasings of the shipped section "%s" lead to it, and so does its heading',
  (_, { misses, asked, passage }) => {
    expect(misses).toEqual([])
    expect(asked).toBe(passage.asked.length + 1)
  },
)

it.each(shipped.map((result) => [result.passage.section, result] as const))(
  'the shipped section "%s" is found by 80 %% of its phrasings even when they are left out',
  (_, { foundLeftOut, passage }) => {
    expect(foundLeftOut / passage.asked.length).toBeGreaterThanOrEqual(0.8)
    expect(foundLeftOut).toBeLessThanOrEqual(passage.asked.length)
  },
)

const sections = { rest: ['Rest', 'Rest is needed.'], food: ['Food', 'Food is needed.'] } as const

it('selfTest() tells which phrasing leads to which other section', () => {
  const document = smallDocument('sleep', 'Sleep', sections, { rest: ['Is food needed?', 'Why rest?'] })

  const [rest, food] = selfTest([document], plainWords).filter(({ passage }) => passage.section !== 'overview')

  expect(rest?.misses).toEqual([{ question: 'Is food needed?', found: 'sleep#food' }])
  expect(food?.misses).toEqual([])
})

it('selfTest() does not count a phrasing that is found only because it is in the index', () => {
  const document = smallDocument('sleep', 'Sleep', sections, { rest: ['What about a siesta?'] })

  const rest = selfTest([document], plainWords).find(({ passage }) => passage.section === 'rest')

  expect(rest).toMatchObject({ misses: [], foundLeftOut: 0 })
})

it('selfTest() looks at every section of every document once, in reading order', () => {
  const results = selfTest(gardenDocuments, shippedWords)

  expect(results.map(({ passage }) => passage)).toEqual(gardenDocuments.flatMap(({ passages }) => passages))
})

it('selfTest() of an empty library is empty', () => {
  expect(selfTest([], plainWords)).toEqual([])
})
