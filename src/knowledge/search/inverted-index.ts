import { stem } from '../../text/stem.ts'

/** Parts of a passage that are searched, each a bit, so that a posting can hold where its term stands. */
export const field = { title: 1, heading: 2, alias: 4, asked: 8, body: 16 } as const

/** The words of one passage, part by part. */
export type FieldWords = {
  readonly title: readonly string[]
  readonly heading: readonly string[]
  readonly aliases: readonly string[]
  /** One list of words for each phrasing. */
  readonly asked: readonly (readonly string[])[]
  readonly body: readonly string[]
}

/**
 * For every term (a stem), the passages it stands in and how much it says about each: BM25F with the
 * saturation worked out when the index is built, so that a query only multiplies and adds.
 *
 * Term `t` owns the places `starts[t]` to `starts[t + 1]` of `passages`, `impacts` and `fields`;
 * passages rise within a term.
 */
export type InvertedIndex = {
  readonly size: number
  /** Term number of every word form that occurs. */
  readonly forms: ReadonlyMap<string, number>
  /** Term number of every stem that occurs. */
  readonly stems: ReadonlyMap<string, number>
  readonly starts: Uint32Array
  readonly passages: Uint32Array
  /** Saturated weight of the term in the passage, from 0 to 1. */
  readonly impacts: Float32Array
  /** Bits of `field`: where in the passage the term stands. */
  readonly fields: Uint8Array
  /** Inverse document frequency of each term, as BM25 has it. */
  readonly idf: Float32Array
}

/** How much a word counts in each part of a passage, chosen on `evaluation/questions/tuning*.jsonl`. */
const weights = { title: 2, heading: 2.5, alias: 1, asked: 1.5, body: 1, opening: 0.5 }

/** Number of words that count as a passage's opening. */
const openingWords = 25

/** BM25's saturation and length normalisation, at the values usual for short passages. */
const k1 = 1.2
const b = 0.6

/** Builds the index over passages in the order given; a passage's number is its place in that order. */
export function buildInvertedIndex(all: Iterable<FieldWords>): InvertedIndex {
  const forms = new Map<string, number>()
  const stems = new Map<string, number>()
  const postings = createPostings()
  const counts: Counts = { other: [], body: [], fields: [], touched: [] }
  const bodyLengths: number[] = []

  const termOf = (word: string): number => {
    const known = forms.get(word)
    if (known !== undefined) return known
    const kept = ownString(word)
    const stemmed = stem(kept)
    const term = stems.get(stemmed) ?? stems.size
    stems.set(stemmed, term)
    forms.set(kept, term)
    return term
  }

  for (const passage of all) {
    countWords(passage, termOf, counts)
    for (const term of counts.touched) {
      postings.add(term, bodyLengths.length, counts.other[term] ?? 0, counts.body[term] ?? 0, counts.fields[term] ?? 0)
      counts.other[term] = counts.body[term] = counts.fields[term] = 0
    }
    counts.touched.length = 0
    bodyLengths.push(passage.body.length)
  }
  return { size: bodyLengths.length, forms, stems, ...postings.sorted(stems.size, bodyLengths) }
}

/** A word cut out of a text keeps the whole text in memory (V8 slices strings from 13 letters on); a copy does not. */
function ownString(word: string): string {
  return word.length < 13 ? word : Buffer.from(word).toString()
}

/** Weighted counts of one passage, by term; emptied after each. */
type Counts = { other: number[]; body: number[]; fields: number[]; touched: number[] }

function countWords(passage: FieldWords, termOf: (word: string) => number, counts: Counts): void {
  const touch = (word: string, bit: number): number => {
    const term = termOf(word)
    const fields = counts.fields[term] ?? 0
    if (fields === 0) {
      counts.touched.push(term)
      counts.other[term] = 0
      counts.body[term] = 0
    }
    counts.fields[term] = fields | bit
    return term
  }
  const add = (word: string, bit: number, weight: number): void => {
    const term = touch(word, bit)
    counts.other[term] = (counts.other[term] ?? 0) + weight
  }
  for (const word of passage.title) add(word, field.title, weights.title)
  for (const word of passage.heading) add(word, field.heading, weights.heading)
  for (const word of passage.aliases) add(word, field.alias, weights.alias / passage.aliases.length)
  for (const phrasing of passage.asked) {
    for (const word of phrasing) add(word, field.asked, (2 * weights.asked) / (2 + passage.asked.length))
  }
  for (const word of passage.body.slice(0, openingWords)) add(word, field.body, weights.opening)
  for (const word of passage.body) {
    const term = touch(word, field.body)
    counts.body[term] = (counts.body[term] ?? 0) + weights.body
  }
}

function createPostings() {
  let capacity = 1024
  let length = 0
  let terms = new Uint32Array(capacity)
  let passages = new Uint32Array(capacity)
  let others = new Float32Array(capacity)
  let bodies = new Float32Array(capacity)
  let bits = new Uint8Array(capacity)

  const grow = (): void => {
    capacity *= 2
    terms = enlarged(terms, new Uint32Array(capacity))
    passages = enlarged(passages, new Uint32Array(capacity))
    others = enlarged(others, new Float32Array(capacity))
    bodies = enlarged(bodies, new Float32Array(capacity))
    bits = enlarged(bits, new Uint8Array(capacity))
  }

  return {
    add(term: number, passage: number, other: number, body: number, fieldBits: number): void {
      if (length === capacity) grow()
      terms[length] = term
      passages[length] = passage
      others[length] = other
      bodies[length] = body
      bits[length] = fieldBits
      length += 1
    },

    /** Groups the postings by term and works out impacts, now that all lengths are known. */
    sorted(termCount: number, bodyLengths: readonly number[]) {
      const starts = new Uint32Array(termCount + 1)
      for (let i = 0; i < length; i += 1) bump(starts, at(terms, i) + 1)
      for (let term = 0; term < termCount; term += 1) starts[term + 1] = at(starts, term + 1) + at(starts, term)

      const total = bodyLengths.reduce((sum, each) => sum + each, 0)
      const average = Math.max(1, total / Math.max(1, bodyLengths.length))
      const next = starts.slice()
      const sorted = {
        passages: new Uint32Array(length),
        impacts: new Float32Array(length),
        fields: new Uint8Array(length),
      }
      for (let i = 0; i < length; i += 1) {
        const term = at(terms, i)
        const place = at(next, term)
        next[term] = place + 1
        const passage = at(passages, i)
        const norm = 1 - b + (b * (bodyLengths[passage] ?? 0)) / average
        const frequency = at(others, i) + at(bodies, i) / norm
        sorted.passages[place] = passage
        sorted.impacts[place] = frequency / (k1 + frequency)
        sorted.fields[place] = at(bits, i)
      }

      const idf = new Float32Array(termCount)
      for (let term = 0; term < termCount; term += 1) {
        const containing = at(starts, term + 1) - at(starts, term)
        idf[term] = Math.log(1 + (bodyLengths.length - containing + 0.5) / (containing + 0.5))
      }
      return { starts, ...sorted, idf }
    },
  }
}

function enlarged<T extends Uint32Array | Float32Array | Uint8Array>(from: T, into: T): T {
  into.set(from)
  return into
}

function bump(counts: Uint32Array, place: number): void {
  counts[place] = at(counts, place) + 1
}

/** Reads a place that is known to exist. */
export function at(array: Uint32Array | Float32Array | Uint8Array | Int32Array, place: number): number {
  return array[place] ?? 0
}
