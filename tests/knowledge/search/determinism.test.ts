import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSearch } from '../../../src/knowledge/search/create-search.ts'
import { search, shippedDocuments, shippedWords } from './shipped-search.ts'

const twin = createSearch(shippedDocuments, shippedWords)
const word = fc.constantFrom(
  ...'why is serotonin low high genetic my gut stress diet pills doctor receptor causes seratonin zorblax not enough'.split(
    ' ',
  ),
)
const question = fc.oneof(
  fc.array(word, { maxLength: 12 }).map((list) => list.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)

it('search() finds the same for the same question, whatever was asked in between', () => {
  fc.assert(
    fc.property(question, question, (asked, between) => {
      const before = search(asked)
      search(between)

      expect(search(asked)).toEqual(before)
    }),
    { numRuns: 200 },
  )
})

it('two searches built alike agree', () => {
  fc.assert(
    fc.property(question, (asked) => {
      expect(twin(asked)).toEqual(search(asked))
    }),
    { numRuns: 200 },
  )
})

it('search() keeps its confidence between 0 and 1 and its scores finite', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const { confidence, hits } = search(asked)

      expect(confidence >= 0 && confidence <= 1).toBe(true)
      expect(hits.every(({ score }) => Number.isFinite(score))).toBe(true)
    }),
    { numRuns: 200 },
  )
})
