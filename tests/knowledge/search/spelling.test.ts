import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSpelling } from '../../../src/knowledge/search/spelling.ts'
import { naiveDistance } from './naive-distance.ts'
import { shippedDocuments, shippedWords } from './shipped-search.ts'

const medical =
  'serotonin tryptophan receptor medication medicine hereditary genetic chronic bacteria enzyme precursor deficiency ' +
  'stomach diet stress professional symptom illness resistance inherited'
const everyday = shippedWords.everyday.top
const dictionary = new Map([
  ...everyday.map((word) => [word, 0] as const),
  ...medical.split(' ').map((word) => [word, 0.4] as const),
])
const spelling = createSpelling(dictionary)

it.each([
  // letters left out
  ['serotnin', 'serotonin'],
  ['tryptopan', 'tryptophan'],
  ['enzme', 'enzyme'],
  // letters too many
  ['serrotonin', 'serotonin'],
  ['recepttor', 'receptor'],
  // wrong letters
  ['seratonin', 'serotonin'],
  ['heriditary', 'hereditary'],
  ['genatic', 'genetic'],
  ['resistence', 'resistance'],
  // swapped letters
  ['medicatoin', 'medication'],
  ['bactreia', 'bacteria'],
  ['stomahc', 'stomach'],
  // written as it sounds
  ['tryptofan', 'tryptophan'],
  ['genettic', 'genetic'],
  ['simptom', 'symptom'],
  // two mistakes in a long word
  ['seretonine', 'serotonin'],
  ['deficency', 'deficiency'],
  ['profesional', 'professional'],
  ['inherrited', 'inherited'],
])('corrections() reads "%s" as "%s" first', (typed, meant) => {
  expect(spelling.corrections(typed)[0]?.word).toBe(meant)
})

it.each(['xqzvbnw', 'to', 'a', ''])('corrections() has none for "%s"', (typed) => {
  expect(spelling.corrections(typed)).toEqual([])
})

const wordsHere = [
  ...new Set(
    shippedDocuments
      .flatMap(({ passages }) => passages.map(({ text }) => text))
      .join(' ')
      .toLowerCase()
      .match(/[a-z]{3,}/g),
  ),
]
const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'.split(''))

/** A word with one mistake at a place: a letter inserted, left out, replaced or swapped with the next. */
function misspell(word: string, kind: string, place: number, extra: string): string {
  const at = place % word.length
  const [before, here, next, after] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 1)]
  if (kind === 'insert') return before + extra + here + after
  if (kind === 'delete') return before + after
  if (kind === 'substitute') return before + extra + after
  return before + next + here + after.slice(1)
}

it('corrections() finds every word of five letters or more behind one mistake of any kind', () => {
  const longWords = fc.constantFrom(...everyday, ...wordsHere).filter((word) => word.length >= 5)
  const kind = fc.constantFrom('insert', 'delete', 'substitute', 'swap')
  const all = createSpelling(new Map([...everyday, ...wordsHere].map((word) => [word, 0])))

  fc.assert(
    fc.property(longWords, kind, fc.nat(), letter, (word, mistake, place, extra) => {
      const typed = misspell(word, mistake, place, extra)

      expect(all.corrections(typed).map((each) => each.word)).toContain(word)
    }),
    { numRuns: 2_000 },
  )
})

const shortWord = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 10 })
const shortWords = fc.uniqueArray(shortWord, { maxLength: 30 })

/** Corrections of a word against a list, all of them equally expected. */
function found(list: readonly string[], expected: number, typed: string): readonly string[] {
  return createSpelling(new Map(list.map((each) => [each, expected])))
    .corrections(typed)
    .map(({ word }) => word)
}

it('corrections() finds exactly the expected words that a naive scan of the dictionary finds', () => {
  fc.assert(
    fc.property(shortWords, shortWord, (list, typed) => {
      const most = typed.length >= 6 ? 2 : 1

      const near = list.filter((word) => naiveDistance(typed, word) <= most)

      expect(found(list, 0.3, typed).toSorted()).toEqual(near.toSorted())
    }),
    { numRuns: 300 },
  )
})

it('corrections() finds every other word behind one mistake, and none too far away', () => {
  fc.assert(
    fc.property(shortWords, shortWord, (list, typed) => {
      const most = typed.length >= 6 ? 2 : 1
      const words = found(list, 0, typed)

      const nearest = list.filter((word) => naiveDistance(typed, word) <= 1)

      expect(words).toEqual(expect.arrayContaining(nearest))
      expect(words.every((word) => naiveDistance(typed, word) <= most)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

it.each(['better', 'bitter'])('corrections() prefers the word that is expected more: "%s"', (expected) => {
  const prior = (word: string) => [word, word === expected ? 0.3 : 0] as const

  const [first] = createSpelling(new Map(['better', 'bitter'].map(prior))).corrections('btter')

  expect(first?.word).toBe(expected)
})
