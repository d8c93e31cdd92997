import { expect, it } from 'vitest'
import { createReadTokens } from '../../../src/knowledge/search/read-tokens.ts'
import { shippedVocabulary } from './shipped-vocabulary.ts'

const readTokens = createReadTokens(shippedVocabulary)

function wordsOf(text: string): string {
  return readTokens(text)
    .map(({ word }) => word)
    .join(' ')
}

/** How much the part of the message counts in which a word stands. */
function shareOf(word: string, text: string): number {
  return readTokens(text).find((token) => token.word === word)?.share ?? Number.NaN
}

it.each([
  // corrected, and folded
  ['Seratonin?', 'serotonin'],
  // one word written as two
  ['sero tonin', 'serotonin'],
  // two words written as one
  ['serotoninlevels', 'serotonin levels'],
  // two words that are words by themselves stay two
  ['gut health', 'gut health'],
])('readTokens() reads "%s" as "%s"', (text, expected) => {
  expect(wordsOf(text)).toBe(expected)
})

it('readTokens() joins no words over the end of a sentence', () => {
  expect(readTokens('Sero. Tonin')).toHaveLength(2)
})

it('readTokens() remembers what was typed', () => {
  expect(readTokens('Seratonin')).toMatchObject([{ surface: 'seratonin', word: 'serotonin' }])
})

it('readTokens() lets what only tells count for less in a message that also asks', () => {
  const text = 'My sister eats well. Is it stress?'

  expect(shareOf('sister', text)).toBeLessThan(shareOf('stress', text))
})

it('readTokens() counts telling in full where nothing is asked', () => {
  expect(shareOf('stress', 'I have stress. My sister has none.')).toBe(1)
})

it('readTokens() lets what stands before "but" count for less', () => {
  const text = 'my diet is fine but my gut is not'

  expect(shareOf('diet', text)).toBeLessThan(shareOf('gut', text))
})
