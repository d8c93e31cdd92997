import type { FieldWords } from '../../../src/knowledge/search/inverted-index.ts'
import { stem } from '../../../src/text/stem.ts'

/*
 * BM25F as its definition reads, counting afresh for every term and passage: what the index must agree with.
 * The weights of the parts are those of `inverted-index.ts`.
 */
const k1 = 1.2
const b = 0.6
const openingWords = 25

/** Saturated weight of a word in a passage; 0 where it does not stand. */
export function naiveImpact(word: string, passage: FieldWords, all: readonly FieldWords[]): number {
  const count = (words: readonly string[]) => words.filter((each) => stem(each) === stem(word)).length
  const average = Math.max(1, sum(all.map(({ body }) => body.length)) / all.length)
  const norm = 1 - b + (b * passage.body.length) / average
  const { title, heading, aliases, asked, body } = passage
  const frequency =
    2 * count(title) +
    2.5 * count(heading) +
    (aliases.length === 0 ? 0 : count(aliases) / aliases.length) +
    (3 * sum(asked.map(count))) / (2 + asked.length) +
    0.5 * count(body.slice(0, openingWords)) +
    count(body) / norm
  return frequency / (k1 + frequency)
}

/** Inverse document frequency, in the form that is never negative. */
export function naiveIdf(word: string, all: readonly FieldWords[]): number {
  const containing = all.filter((passage) => naiveImpact(word, passage, all) > 0).length
  return Math.log(1 + (all.length - containing + 0.5) / (containing + 0.5))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
