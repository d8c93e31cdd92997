import type { EverydayWords } from '../../text/everyday-words.ts'
import { functionWords } from '../../text/function-words.ts'
import { stem } from '../../text/stem.ts'
import { at, type InvertedIndex } from './inverted-index.ts'
import type { LayWords } from './lay-words.ts'
import { isKindWord } from './section-kinds.ts'

/** The words that a search knows: those of its documents, of lay people and of everyday English. */
export type Vocabulary = {
  readonly index: InvertedIndex
  readonly layWords: LayWords
  readonly everyday: EverydayWords
  /** The small words of English and of the documents' other languages: they name nothing. */
  readonly stopWords: ReadonlySet<string>
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

/** What a kind of question tells, on the scale of words' information. */
const kindSalience = 0.35

/** What a term tells that stands in every passage, as a share of what its rarity in English says. */
const leastShare = 0.15

/** How much each term of an index tells there, by term number: rare in everyday English, and not in every passage. */
export function salienceOf({ index, everyday, stopWords }: Omit<Vocabulary, 'layWords'>): Float32Array {
  const salience = new Float32Array(index.stems.size).fill(1)
  for (const [word, term] of index.forms) {
    const information = isKindWord(word) ? kindSalience : stopWords.has(word) ? 0 : informationOf(word, everyday)
    salience[term] = Math.min(at(salience, term), information)
  }
  const most = Math.log(1 + index.size)
  return salience.map((information, term) => information * (leastShare + at(index.idf, term) / most))
}

/** Foreign small words that everyday English has at least this often as words of its own ("son", "die") are kept. */
const commonInEnglish = 5000

/** The small words of English and of other languages, by BCP 47 tag. */
export function stopWordsOf(languages: readonly string[], everyday: EverydayWords): ReadonlySet<string> {
  const english = functionWords['en'] ?? new Set()
  const others = languages.flatMap((language) => [...(functionWords[language.split('-')[0] ?? ''] ?? [])])
  return new Set([...english, ...others.filter((word) => everyday.count(word) < commonInEnglish)])
}
