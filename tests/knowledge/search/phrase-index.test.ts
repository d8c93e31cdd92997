import { expect, it } from 'vitest'
import type { Query, Unit } from '../../../src/knowledge/search/analyse-query.ts'
import { buildInvertedIndex } from '../../../src/knowledge/search/inverted-index.ts'
import { createPhraseIndex, createQueryMatcher } from '../../../src/knowledge/search/phrase-index.ts'

const words = ['gut', 'bacteria', 'stress', 'diet', 'the']
const index = buildInvertedIndex([{ title: [], heading: [], aliases: [], asked: [], body: words }])
const salience = Float32Array.from(words, (word) => (word === 'the' ? 0 : 1))
const groups = [
  [
    ['gut', 'bacteria'],
    ['the', 'diet'],
  ],
  [['stress']],
  [],
]
const phrases = createPhraseIndex(groups, index, salience)
const layOut = createQueryMatcher(words.length, salience)

/** A query of these words, each meant as it stands with a given weight. */
function queryOf(meant: readonly string[], weight = 1): Query {
  const units = meant.map((word): Unit => {
    const term = index.stems.get(word)
    return {
      surface: word,
      information: 1,
      share: 1,
      role: 'topic',
      terms: term === undefined ? [] : [{ term, weight }],
    }
  })
  return { units, kinds: new Set(), tokens: [] }
}

function likest(group: number, query: Query) {
  return phrases.likest(group, layOut(query))
}

it.each([
  // said whole
  [['gut', 'bacteria'], { recall: 1, precision: 1, both: 1 }],
  // half of the phrase, and nothing else
  [['gut'], { recall: 0.5, precision: 1, both: 2 / 3 }],
  // the phrase, and as much again
  [['gut', 'bacteria', 'stress', 'unknown'], { recall: 1, precision: 0.5, both: 2 / 3 }],
  // small words of a phrase do not count
  [['diet'], { recall: 1, precision: 1, both: 1 }],
  // nothing of it
  [['stress'], { recall: 0, precision: 0, both: 0 }],
  [[], { recall: 0, precision: 0, both: 0 }],
])('likest() compares %j with the likest phrase of a group', (said, expected) => {
  const { recall, precision, both } = likest(0, queryOf(said))

  expect([recall, precision, both].map((each) => each.toFixed(5))).toEqual(
    [expected.recall, expected.precision, expected.both].map((each) => each.toFixed(5)),
  )
})

it('likest() counts a word that only may be meant for less', () => {
  const sure = likest(1, queryOf(['stress']))
  const unsure = likest(1, queryOf(['stress'], 0.5))

  expect(unsure.both).toBeLessThan(sure.both)
  expect(unsure.both).toBeGreaterThan(0)
})

it('likest() of a group without phrases is zero', () => {
  expect(likest(2, queryOf(['gut']))).toEqual({ recall: 0, precision: 0, both: 0 })
})

it('clear() leaves nothing of one query for the next', () => {
  likest(0, queryOf(['gut', 'bacteria']))

  expect(likest(0, queryOf(['stress'])).both).toBe(0)
})

it('lay() takes a question of thousands of words', () => {
  expect(likest(0, queryOf(Array.from({ length: 3_000 }, () => 'gut'))).recall).toBe(0.5)
})
