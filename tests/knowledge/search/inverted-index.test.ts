import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  buildInvertedIndex,
  type FieldWords,
  field,
  type InvertedIndex,
} from '../../../src/knowledge/search/inverted-index.ts'
import { stem } from '../../../src/text/stem.ts'
import { naiveIdf, naiveImpact } from './naive-bm25.ts'

const vocabulary = ['gut', 'stress', 'diet', 'food', 'genes', 'gene', 'cell', 'cells', 'making', 'made', 'low']
const someWords = (maxLength: number) => fc.array(fc.constantFrom(...vocabulary), { maxLength })
const passage: fc.Arbitrary<FieldWords> = fc.record({
  title: someWords(3),
  heading: someWords(3),
  aliases: someWords(4),
  asked: fc.array(someWords(4), { maxLength: 3 }),
  body: someWords(60),
})
const corpus = fc.array(passage, { minLength: 1, maxLength: 8 })

function bodyOnly(body: string): FieldWords {
  return { title: [], heading: [], aliases: [], asked: [], body: body.split(' ') }
}

/** Weight of a word in a passage as the index has it; 0 where it does not stand. */
function impactIn(index: InvertedIndex, word: string, passageNumber: number): number {
  const term = index.stems.get(stem(word))
  if (term === undefined) return 0
  const place = index.passages.subarray(index.starts[term], index.starts[term + 1]).indexOf(passageNumber)
  return place === -1 ? 0 : (index.impacts[(index.starts[term] ?? 0) + place] ?? 0)
}

it('buildInvertedIndex() weighs every word in every passage as the naive BM25 does', () => {
  fc.assert(
    fc.property(corpus, (passages) => {
      const index = buildInvertedIndex(passages)

      for (const word of vocabulary) {
        for (const [number, each] of passages.entries()) {
          expect(impactIn(index, word, number)).toBeCloseTo(naiveImpact(word, each, passages), 5)
        }
      }
      for (const [word, term] of index.stems) expect(index.idf[term]).toBeCloseTo(naiveIdf(word, passages), 5)
    }),
  )
})

it('buildInvertedIndex() gives queries the same order of passages as the naive BM25', () => {
  const query = fc.uniqueArray(fc.constantFrom('gut', 'stress', 'diet', 'food', 'low'), { minLength: 1, maxLength: 4 })

  fc.assert(
    fc.property(corpus, query, (passages, asked) => {
      const index = buildInvertedIndex(passages)
      const score = (number: number) =>
        asked.reduce((total, word) => {
          const term = index.stems.get(stem(word))
          return total + (term === undefined ? 0 : (index.idf[term] ?? 0) * impactIn(index, word, number))
        }, 0)
      const naive = passages.map((each) =>
        asked.reduce((total, word) => total + naiveIdf(word, passages) * naiveImpact(word, each, passages), 0),
      )

      const order = passages.map((_, number) => number).toSorted((left, right) => score(right) - score(left))

      const inOrder = order.map((number) => naive[number] ?? 0)
      for (const [place, value] of inOrder.slice(1).entries()) expect(value).toBeLessThan((inOrder[place] ?? 0) + 1e-5)
    }),
  )
})

it('buildInvertedIndex() lists the passages of a term once each, rising, with weights between 0 and 1', () => {
  fc.assert(
    fc.property(corpus, (passages) => {
      const { stems, starts, passages: listed, impacts } = buildInvertedIndex(passages)

      for (const term of stems.values()) {
        const numbers = [...listed.subarray(starts[term], starts[term + 1])]
        expect(numbers).toEqual([...new Set(numbers)].toSorted((left, right) => left - right))
      }
      expect(impacts.every((impact) => impact > 0 && impact < 1)).toBe(true)
    }),
  )
})

it.each([
  ['a word said more often', 'gut gut diet food', 'gut diet food cell'],
  ['the same word in a shorter passage', 'gut diet', `gut diet ${'food '.repeat(30).trim()}`],
])('buildInvertedIndex() gives %s more weight', (_, more, less) => {
  const index = buildInvertedIndex([bodyOnly(more), bodyOnly(less)])

  expect(impactIn(index, 'gut', 0)).toBeGreaterThan(impactIn(index, 'gut', 1))
})

it('buildInvertedIndex() gives a word in the heading more weight than in the text', () => {
  const index = buildInvertedIndex([{ ...bodyOnly('diet'), heading: ['gut'] }, bodyOnly('diet gut')])

  expect(impactIn(index, 'gut', 0)).toBeGreaterThan(impactIn(index, 'gut', 1))
})

it('buildInvertedIndex() remembers in which parts of a passage a word stands', () => {
  const index = buildInvertedIndex([
    { title: ['low'], heading: ['gut'], aliases: ['low'], asked: [['gut', 'diet']], body: ['low'] },
  ])

  const bitsOf = (word: string) => index.fields[index.starts[index.stems.get(stem(word)) ?? 0] ?? 0]
  expect(bitsOf('low')).toBe(field.title | field.alias | field.body)
  expect(bitsOf('gut')).toBe(field.heading | field.asked)
  expect(bitsOf('diet')).toBe(field.asked)
})

it('buildInvertedIndex() keeps names that every object has apart from its own', () => {
  const index = buildInvertedIndex([bodyOnly('__proto__ constructor gut')])

  expect(impactIn(index, 'constructor', 0)).toBeGreaterThan(0)
  expect(index.forms.get('toString')).toBeUndefined()
})

it('buildInvertedIndex() of no passages at all is empty', () => {
  expect(buildInvertedIndex([])).toMatchObject({ size: 0, starts: new Uint32Array(1) })
})
