import { undisguise } from '../text/disguises.ts'
import { words as wordsOf } from '../text/words.ts'
import { createRecover, joinSpelling, withoutLeet, withoutSpelling } from './recover.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { WordLanguage } from './word-language.ts'

/** A message as words with the places where sentences and clauses end; disguises and slips undone. */
export type Message = WordLanguage & {
  readonly words: readonly string[]
  /** For each word the number of its sentence, and of its clause, counted through the message. */
  readonly sentences: readonly number[]
  readonly clauses: readonly number[]
  /** Numbers of the sentences that end in a question mark. */
  readonly questions: ReadonlySet<number>
}

/** Characters read from the beginning and from the end of a message; platforms allow 4,000 and more, and a disclosure can stand last. */
const mostFromStart = 4000
const mostFromEnd = 2000

/** Characters from which the language is told. */
const mostForLanguage = 800

/** Languages read beside those of the whole, and how much likelier than English one must be in a clause (natural logarithm). */
const mostBeside = 2
const clearLead = 6

/** Characters and words read at most; folding can make text eighteen times as long. */
const mostFolded = 8000
const mostWords = 3000

/** Prepares reading messages; the words tell the languages, and the languages which words are known. */
export function createReadMessage(
  vocabularyOf: (languages: readonly string[]) => Vocabulary,
  languageOf: (words: readonly string[]) => WordLanguage,
): (text: string) => Message {
  return (text) => {
    const plain = undisguise(bothEnds(text), mostFolded)
    const language = languageOf(wordsOf(splitElisions(joinSpelling(plain.slice(0, mostForLanguage)))))
    const vocabulary = vocabularyOf(language.likely)
    const clear = withoutLeet(withoutSpelling(plain, vocabulary), vocabulary)
    const clauses = [...pieces(clear)].map(([part, end]) => ({ words: wordsOf(splitElisions(part)), end }))
    const likely = [...language.likely, ...languagesBeside(clauses, language.likely, languageOf)]
    return { ...assemble(clauses, createRecover(vocabularyOf(likely))), ...language, likely }
  }
}

/** Languages that single clauses are in: people say the hardest thing in their own. */
function languagesBeside(
  clauses: readonly Clause[],
  likely: readonly string[],
  languageOf: (words: readonly string[]) => WordLanguage,
): readonly string[] {
  const beside = new Set<string>()
  for (const { words } of clauses) {
    if (beside.size === mostBeside) break
    const { language, lead } = languageOf(words)
    if (language !== undefined && lead >= clearLead && !likely.includes(language)) beside.add(language)
  }
  return [...beside]
}

/** What is read of a message. */
export function bothEnds(text: string): string {
  if (text.length <= mostFromStart + mostFromEnd) return text
  return `${text.slice(0, mostFromStart)}\n${text.slice(-mostFromEnd)}`.toWellFormed()
}

type Clause = { readonly words: readonly string[]; readonly end: string }

function assemble(
  parts: readonly Clause[],
  recover: (word: string) => readonly string[],
): Omit<Message, keyof WordLanguage> {
  const words: string[] = []
  const sentences: number[] = []
  const clauses: number[] = []
  const questions = new Set<number>()
  let sentence = 0
  parts.forEach((part, clause) => {
    for (const word of part.words)
      for (const each of recover(word)) {
        if (words.length === mostWords) return
        words.push(each)
        sentences.push(sentence)
        clauses.push(clause)
      }
    if (part.end.includes('?')) questions.add(sentence)
    if (/[.!?\n]/.test(part.end)) sentence += 1
  })
  return { words, sentences, clauses, questions }
}

/** Runs of text without a mark that ends a clause or sentence, each with the mark behind it. */
function* pieces(text: string): Generator<readonly [string, string]> {
  let from = 0
  for (const { 0: mark, index } of text.matchAll(ends)) {
    yield [text.slice(from, index), mark]
    from = index + mark.length
  }
  yield [text.slice(from), '']
}

/** A point or exclamation mark inside a word ends nothing: "k!ll", "5.5", "u.s". */
const ends = /[.!?]+(?![\p{L}\p{N}])|[\n,;:()"“”«»„…–—¿¡]+|(?<= )-+(?= )/gu

/** Small words that French and Portuguese run together with the next: "j'ai", "qu'on", "d'água". */
const elision = /(?<![\p{L}\p{N}'])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\p{L})/gu

function splitElisions(text: string): string {
  return text.includes("'") ? text.replace(elision, (small) => `${small.slice(0, -1)} `) : text
}
