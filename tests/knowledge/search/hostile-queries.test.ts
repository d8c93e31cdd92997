import { expect, it } from 'vitest'
import { search } from './shipped-search.ts'

/** Measured below 300 ms on an idle machine; the bound is for busy ones. */
const quickMs = 3_000

/** 2,000 different words that nobody knows. */
const unknownWords = Array.from({ length: 2_000 }, (_, number) => `zq${number.toString(26).replace(/\d/g, 'x')}vk`)

it.each([
  ['nothing', ''],
  ['white space', ' \n\t '],
  ['the prototype of an object', '__proto__'],
  ['names that every object has', 'constructor toString hasOwnProperty valueOf'],
  ['emoji alone', '🙂🙂 👍🏽 👨‍👩‍👧‍👦'],
  ['signs alone', '?!?! … --- """ <>{}[]'],
  ['half a surrogate pair', 'why \ud83d serotonin'],
  ['control characters', 'sero\u0000tonin \u0007 low'],
  ['one letter 6,000 times', 'a'.repeat(6_000)],
  ['a long word of the document over and over', 'serotonin'.repeat(600)],
  ['2,000 different unknown words', unknownWords.join(' ')],
  ['2,000 times a word of the document', 'serotonin '.repeat(2_000)],
  ['1,000 misspellings', 'seratonin gentics '.repeat(500)],
  ['6,000 question marks', '?'.repeat(6_000)],
  ['1,000 times "but"', 'serotonin but '.repeat(1_000)],
  ['the cue of a state without end', 'too much too many '.repeat(500)],
  ['3,000 line ends', 'low\n'.repeat(3_000)],
  ['Japanese without spaces', 'セロトニンが少ない'.repeat(300)],
  ['a regular expression', '(a+)+$ [^]* \\b(?=x)'],
])('search() neither fails nor is slow at %s', (_, text) => {
  const started = performance.now()

  const { hits, confidence } = search(text)

  expect(performance.now() - started).toBeLessThan(quickMs)
  expect(hits.length).toBeLessThanOrEqual(5)
  expect(confidence).not.toBeNaN()
})

it('search() does not let names that every object has become hits', () => {
  expect(search('__proto__ constructor').hits).toEqual([])
})

it('search() names no unknown word that is endless', () => {
  expect(search(`does ${'xq'.repeat(50)} lower serotonin`).unknown).toEqual([])
})

it('search() after a hostile question is as before', () => {
  const before = search('is it genetic')

  search(unknownWords.join(' '))

  expect(search('is it genetic')).toEqual(before)
})
