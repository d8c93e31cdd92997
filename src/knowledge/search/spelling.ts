/** A dictionary word that a misspelt word may stand for. */
export type Correction = {
  readonly word: string
  /** How unlikely the mistake is: about the number of wrong letters, plus what makes a mistake rarer. */
  readonly cost: number
}

/** Finds dictionary words near a word that the dictionary lacks. */
export type Spelling = {
  /** Best first; empty where nothing is near enough. */
  readonly corrections: (word: string, maxDistance?: number) => readonly Correction[]
  /** The long word that sounds the same, however many letters differ ("triptofan"). */
  readonly soundAlike: (word: string) => string | undefined
}

/** Letters of a word's beginning that the index looks at; longer words share an entry and are checked in full. */
const prefixLength = 7

/** Words of fewer letters have too many neighbours to guess between. */
const shortest = 3

/** From this prior on a word is expected enough to be found over two mistakes, or by its sound. */
const expectedFrom = 0.2

/** From this length on two mistakes are believed. */
const twoMistakesFrom = 6

/**
 * Builds spelling correction by symmetric deletes: every dictionary word is filed under what is left
 * of its first letters after dropping one of them, or two if the word is expected. A query drops letters in
 * the same way, so that near words meet without comparing against the whole dictionary.
 *
 * The dictionary says how expected each word is, from 0 up; one point outweighs one wrong letter.
 */
export function createSpelling(dictionary: ReadonlyMap<string, number>): Spelling {
  const words = [...dictionary.keys()].filter((word) => word.length >= shortest)
  const { buckets, starts, mask } = fileUnderDeletes(words, (word) => (dictionary.get(word) ?? 0) >= expectedFrom)
  const bySound = fileBySound(words, dictionary)
  const seen = new Uint32Array(words.length)
  let round = 0

  return {
    soundAlike: (word) => (word.length < twoMistakesFrom ? undefined : bySound.get(soundOf(word))),

    corrections(word, maxDistance = word.length >= twoMistakesFrom ? 2 : 1) {
      if (word.length < shortest) return []
      round += 1
      const found: Correction[] = []
      eachDelete(word, maxDistance, (hash) => {
        const bucket = hash & mask
        for (let i = starts[bucket] ?? 0; i < (starts[bucket + 1] ?? 0); i += 1) {
          const number = buckets[i] ?? 0
          if (seen[number] === round) continue
          seen[number] = round
          const candidate = words[number] ?? ''
          const distance = editDistance(word, candidate, maxDistance)
          if (distance > maxDistance) continue
          found.push({ word: candidate, cost: costOf(word, candidate, distance) - (dictionary.get(candidate) ?? 0) })
        }
      })
      return found.toSorted((left, right) => left.cost - right.cost || (left.word < right.word ? -1 : 1))
    },
  }
}

/** Mistakes in the first letter are rare; doubled, dropped-double and swapped letters are common. */
function costOf(word: string, candidate: string, distance: number): number {
  const first = word[0] === candidate[0] ? 0 : 0.5
  const doubled = squeeze(word) === squeeze(candidate) ? -0.4 : 0
  const sounds = skeleton(word) === skeleton(candidate) ? -0.3 : 0
  return distance + first + doubled + sounds
}

function squeeze(word: string): string {
  return word.replace(/(.)\1+/g, '$1')
}

/** Long expected words by their sound; of two that sound alike the more expected one. */
function fileBySound(words: readonly string[], dictionary: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  const bySound = new Map<string, string>()
  for (const word of words) {
    if (word.length < twoMistakesFrom || (dictionary.get(word) ?? 0) < expectedFrom) continue
    const sound = soundOf(word)
    const other = bySound.get(sound)
    if (other === undefined || (dictionary.get(word) ?? 0) > (dictionary.get(other) ?? 0)) bySound.set(sound, word)
  }
  return bySound
}

/** A rough phonetic spelling of English and of the Latin and Greek words of medicine. */
function soundOf(word: string): string {
  return squeeze(
    word
      .replace(/ph/g, 'f')
      .replace(/[aeo]e/g, 'e')
      .replace(/y/g, 'i')
      .replace(/([rtck])h/g, '$1')
      .replace(/c(?=[ei])/g, 's')
      .replace(/[ckq]+/g, 'k')
      .replace(/z/g, 's')
      .replace(/e$/, ''),
  )
}

/** The consonants in a rough phonetic spelling: vowels are what people get wrong. */
function skeleton(word: string): string {
  return squeeze(
    word
      .replace(/ph/g, 'f')
      .replace(/[ck]/g, 'k')
      .replace(/[sz]/g, 's')
      .replace(/[aeiouyh]/g, ''),
  )
}

/** Sorts word numbers into buckets by hash; words that are not expected here are found over one mistake only. */
function fileUnderDeletes(words: readonly string[], isExpected: (word: string) => boolean) {
  const deletes = words.map((word) => (word.length >= twoMistakesFrom - 1 && isExpected(word) ? 2 : 1))
  const eachHash = (visit: (hash: number, number: number) => void): void => {
    for (const [number, word] of words.entries()) eachDelete(word, deletes[number] ?? 1, (hash) => visit(hash, number))
  }
  const total = words.reduce((sum, word, number) => sum + countDeletes(word, deletes[number] ?? 1), 0)
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, total))) - 1
  const starts = new Uint32Array(mask + 2)
  eachHash((hash) => {
    starts[(hash & mask) + 1] = (starts[(hash & mask) + 1] ?? 0) + 1
  })
  for (let i = 0; i <= mask; i += 1) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0)
  const next = starts.slice()
  const buckets = new Uint32Array(total)
  eachHash((hash, number) => {
    const place = next[hash & mask] ?? 0
    buckets[place] = number
    next[hash & mask] = place + 1
  })
  return { buckets, starts, mask }
}

/** How many hashes `eachDelete` visits. */
function countDeletes(word: string, maxDeletes: number): number {
  const length = Math.min(word.length, prefixLength)
  return 1 + length + (maxDeletes > 1 ? (length * (length - 1)) / 2 : 0)
}

/** Hashes of the word's beginning with none, one or two letters left out. */
function eachDelete(word: string, maxDeletes: number, visit: (hash: number) => void): void {
  const length = Math.min(word.length, prefixLength)
  visit(hashWithout(word, length, -1, -1))
  for (let first = 0; first < length; first += 1) {
    visit(hashWithout(word, length, first, -1))
    if (maxDeletes < 2) continue
    for (let second = first + 1; second < length; second += 1) visit(hashWithout(word, length, first, second))
  }
}

/** FNV-1a over what is left. */
function hashWithout(word: string, length: number, first: number, second: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < length; i += 1) {
    if (i === first || i === second) continue
    hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  }
  return hash ^ (hash >>> 15)
}

/** Insertions, deletions, substitutions and swaps of neighbours between two words; more than `limit` is reported as `limit + 1`. */
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1
  let beforePrevious: number[] = []
  let previous = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (let i = 1; i <= from.length; i += 1) {
    const current = [i]
    let least = i
    for (let j = 1; j <= to.length; j += 1) {
      const same = from.charCodeAt(i - 1) === to.charCodeAt(j - 1)
      let cell = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1))
      const swapped =
        i > 1 &&
        j > 1 &&
        from.charCodeAt(i - 1) === to.charCodeAt(j - 2) &&
        from.charCodeAt(i - 2) === to.charCodeAt(j - 1)
      if (swapped) cell = Math.min(cell, (beforePrevious[j - 2] ?? 0) + 1)
      current.push(cell)
      least = Math.min(least, cell)
    }
    if (least > limit) return limit + 1
    beforePrevious = previous
    previous = current
  }
  return previous[to.length] ?? limit + 1
}
