import type { EverydayWords } from '../../text/everyday-words.ts'
import { stem } from '../../text/stem.ts'
import type { InvertedIndex } from './inverted-index.ts'
import type { LayWords } from './lay-words.ts'

/** The words that a search knows: those of its documents, of lay people and of everyday English. */
export type Vocabulary = {
  readonly index: InvertedIndex
  readonly layWords: LayWords
  readonly everyday: EverydayWords
}

/**
 * How much an English word tells, from 0.05 (everybody says it) to 1 (rare): its bits in everyday English,
 * scaled so that a word said once in 128 words counts nothing and one in two million counts all.
 *
 * A form is as common as the most common of its word and stem ("makes" as "make").
 */
export function informationOf(word: string, everyday: EverydayWords): number {
  const stemmed = stem(word)
  const bits = Math.min(everyday.information(word), everyday.information(stemmed), everyday.information(`${stemmed}e`))
  return Math.min(1, Math.max(0.05, (bits - 7) / 14))
}
