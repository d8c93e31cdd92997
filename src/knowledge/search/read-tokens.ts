import { fold } from '../../text/fold.ts'
import { sentences } from '../../text/sentences.ts'
import { stem } from '../../text/stem.ts'
import { words } from '../../text/words.ts'
import { createCorrectWord, type Meant } from './correct-word.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A word of a question. */
export type Token = {
  /** As typed, folded. */
  readonly surface: string
  /** The same with its space, where it is one word written as two. */
  readonly typed?: string
  /** After spelling correction. */
  readonly word: string
  readonly stem: string
  /** How surely the word is meant: below 1 for a corrected one. */
  readonly certainty: number
  /** Number of the sentence it stands in. */
  readonly sentence: number
  /** How much its part of the message counts, up to 1. */
  readonly share: number
}

/** What stands before the last "but" of a sentence counts: "I have enough, but …". */
const beforeButShare = 0.6

/** What a sentence that only tells counts, in a message that also asks. */
const besideShare = 0.4

/** Prepares cutting a message into words and correcting their spelling. */
export function createReadTokens(vocabulary: Vocabulary): (text: string) => readonly Token[] {
  const { index, stopWords } = vocabulary
  const correctWord = createCorrectWord(vocabulary)
  const hasTerm = (word: string): boolean => index.stems.has(stem(word)) || stopWords.has(word)

  /** One word written as two: "sero tonin". */
  function joinsInto(before: Token | undefined, token: Token): Token | undefined {
    if (before?.sentence !== token.sentence || (hasTerm(before.word) && hasTerm(token.word))) return undefined
    const whole = `${before.surface}${token.surface}`
    if (whole.length < 6 || !index.forms.has(whole)) return undefined
    const typed = `${before.typed ?? before.surface} ${token.surface}`
    return { ...before, surface: whole, typed, word: whole, stem: stem(whole), certainty: 0.95 }
  }

  return (text) => {
    const tokens: Token[] = []
    const corrected = new Map<string, readonly Meant[]>()
    const parts = sentences(fold(text))
    const asks = parts.some((part) => part.isQuestion)
    for (const [sentence, part] of parts.entries()) {
      const share = asks && !part.isQuestion ? besideShare : 1
      const surfaces = words(part.text)
      const turn = surfaces.lastIndexOf('but')
      for (const [place, surface] of surfaces.entries()) {
        for (const { word, certainty } of correctWord(surface, corrected)) {
          const counts = place < turn ? share * beforeButShare : share
          const token: Token = { surface, word, stem: stem(word), certainty, sentence, share: counts }
          const joined = joinsInto(tokens.at(-1), token)
          if (joined !== undefined) tokens.pop()
          tokens.push(joined ?? token)
        }
      }
    }
    return tokens
  }
}
