import type { EverydayWords } from '../text/everyday-words.ts'
import type { Rules } from './rules.ts'
import { createSlips, type Slips } from './slips.ts'
import type { WordCounts } from './word-counts.ts'

/** The words that triage can read, and what slips and chat spellings of them stand for. */
export type Vocabulary = {
  readonly knows: (word: string) => boolean
  /** Whether it is a word that signs are made of, and whether it is any word or chat spelling. */
  readonly isSign: (word: string) => boolean
  readonly isWord: (word: string) => boolean
  /** The words that a chat spelling stands for ("wanna", "jsuis"). */
  readonly spelling: (word: string) => readonly string[] | undefined
  /** The sign word that an unknown word is a slip of; the first letter is right, or swapped with the second. */
  readonly nearest: (word: string) => string | undefined
  /** The known words that an unknown word consists of ("killmyself"). */
  readonly segment: (word: string) => readonly string[] | undefined
}

/** The words of one language's signs. */
export type SignWords = {
  readonly language: string
  readonly words: ReadonlySet<string>
  readonly spellings: ReadonlyMap<string, readonly string[]>
  readonly slips: Slips
}

export type VocabularyParts = {
  /** Of the languages to read in, the likeliest first; slips are mended to the words of their signs alone. */
  readonly signs: readonly SignWords[]
  /** Other words that are known, with how often they were seen. */
  readonly words: WordCounts
  readonly everyday: EverydayWords
}

/** Collects the words of a language's signs. */
export function signWordsOf({ language, lexicon, spellings }: Rules): SignWords {
  const words = new Set([...lexicon.words(), ...[...spellings.values()].flat()])
  return { language, words, spellings, slips: createSlips(words) }
}

/** A word seen this often in a language is a word there, not a chat spelling of another: German "im", Spanish "y". */
const surelyWord = 10

/** A word that film subtitles have this often is a word, not a slip. */
const everydayCount = 15

/** Letters of a run-together word, and of a word in it. */
const shortestRun = 6
const longestRun = 60
const longestInRun = 14
const asciiRun = /^[a-z]+$/

/** Builds the vocabulary to read one message with. */
export function createVocabulary({ signs, words, everyday }: VocabularyParts): Vocabulary {
  const isSign = (word: string) => signs.some((each) => each.words.has(word))
  const knows = (word: string) => isSign(word) || words.has(word) || everyday.count(word) >= everydayCount

  return {
    knows,
    isSign,
    isWord: (word) => knows(word) || signs.some(({ spellings }) => spellings.has(word)),
    spelling(word) {
      if (!signs.some(({ spellings }) => spellings.has(word))) return undefined
      for (const { language, spellings } of signs) {
        const found = spellings.get(word)
        if (found !== undefined || words.count(word, language) >= surelyWord) return found
      }
      return undefined
    },
    nearest(word) {
      let best: { readonly word: string; readonly slips: number } | undefined
      for (const { slips } of signs) best = slips.nearest(word, best?.slips ?? Number.POSITIVE_INFINITY) ?? best
      return best?.word
    },
    segment,
  }

  /** The fewest, most usual words that a run of letters can be cut into (Viterbi). */
  function segment(run: string): readonly string[] | undefined {
    if (run.length < shortestRun || run.length > longestRun || !asciiRun.test(run)) return undefined
    const best: { readonly cost: number; readonly from: number }[] = [{ cost: 0, from: 0 }]
    for (let end = 1; end <= run.length; end += 1) {
      let [cost, from] = [Number.POSITIVE_INFINITY, 0]
      for (let start = Math.max(0, end - longestInRun); start < end; start += 1) {
        if (best[start]?.cost === Number.POSITIVE_INFINITY) continue
        const total = (best[start]?.cost ?? Number.POSITIVE_INFINITY) + costOf(run.slice(start, end))
        if (total < cost) [cost, from] = [total, start]
      }
      best.push({ cost, from })
    }
    const { cost } = best[run.length] ?? { cost: Number.POSITIVE_INFINITY }
    if (cost > run.length * mostBitsPerLetter) return undefined
    const found: string[] = []
    for (let end = run.length; end > 0; end = best[end]?.from ?? 0) found.unshift(run.slice(best[end]?.from ?? 0, end))
    return found.some(isSign) ? found : undefined
  }

  function costOf(word: string): number {
    if (word.length === 1) return word === 'i' ? 7 : word === 'a' ? 9 : Number.POSITIVE_INFINITY
    const times = words.count(word) || (isSign(word) ? 1 : 0)
    if (times === 0) return Number.POSITIVE_INFINITY
    const rare = 18 - Math.log2(1 + times)
    return rare + (word.length === 2 ? 4 : 2)
  }
}

/** More than this for each letter, and the words are chance; tried on run-together messages. */
const mostBitsPerLetter = 4.2
