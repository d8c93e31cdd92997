import { expect, it } from 'vitest'
import { createPhrases } from '../../src/text/phrases.ts'

const phrases = createPhrases([
  [['run'], 'moving'],
  [['run', 'in', 'the', 'family'], 'inherited'],
  [['run', 'in'], 'meeting'],
  [['run', 'in'], 'second meaning'],
])

it.each([
  // the longest phrase wins over those it begins with
  ['run in the family', 'inherited', 4],
  // broken off, the longest that is complete wins
  ['run in the park', 'meeting', 2],
  // a phrase of one word
  ['run fast', 'moving', 1],
])('longestAt() finds in "%s" the phrase that means "%s"', (text, value, length) => {
  expect(phrases.longestAt(text.split(' '), 0)).toEqual({ value, length })
})

it('longestAt() looks at the place it is told, and no further back', () => {
  const stems = ['does', 'it', 'run', 'in', 'the', 'family']

  expect(phrases.longestAt(stems, 0)).toBeUndefined()
  expect(phrases.longestAt(stems, 2)).toEqual({ value: 'inherited', length: 4 })
  expect(phrases.longestAt(stems, 99)).toBeUndefined()
})

it('createPhrases() keeps the first value of a phrase given twice', () => {
  expect(phrases.longestAt(['run', 'in'], 0)?.value).toBe('meeting')
})

it('longestAt() finds no words that every object has', () => {
  expect(phrases.longestAt(['constructor', '__proto__'], 0)).toBeUndefined()
})
