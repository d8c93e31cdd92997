import type { ExplainedWord } from '../knowledge/search/explain-words.ts'
import type { Triage } from '../safety/triage.ts'
import type { Outcome } from './answer.ts'

export type { ExplainedWord } from '../knowledge/search/explain-words.ts'

/** Why a question got its answer, for those who write documents. */
export type Explanation = {
  readonly outcome: Outcome
  readonly triage: Triage['level']
  readonly reason: Reason
  /** What triage put before or behind the reply, in that order; absent where it put nothing. */
  readonly guidance?: readonly Guidance[]
  /** Absent where nothing was searched. */
  readonly search?: ExplainedSearch
}

/** What a message was read as that is not urgent, and that its reply begins with or, with `soft`, ends with. */
export type Guidance = 'medication' | 'diagnosis' | 'eating-disorder' | 'soft'

/** What decided. */
export type Reason =
  /** A card came instead of an answer. */
  | 'urgent'
  /** The message was the command for help lines. */
  | 'help-wanted'
  | 'small-talk'
  /** No document is in the language of the question. */
  | 'other-language'
  | 'nothing-found'
  /** Documents that come near are about the opposite ("too much" instead of "too little"). */
  | 'opposite'
  /** The best passage is too unlikely to answer even to be offered. */
  | 'too-unsure'
  /** The best passage has no text of its own. */
  | 'sections-below'
  /** The best passage is likely enough to be offered, not to be shown. */
  | 'unsure'
  /** The two best passages score too nearly the same. */
  | 'close-call'
  | 'sure'

/** What search made of a question. */
export type ExplainedSearch = {
  /** Chance that the best passage answers. */
  readonly confidence: number
  /** Chance from which on the best passage is shown. */
  readonly answerFrom: number
  /** Chance from which on the nearest passages are offered. */
  readonly suggestFrom: number
  /** Share of the question's information that the best passage covers. */
  readonly coverage: number
  /** Words and known phrases in the order of the question, then those that show a kind of question, such as `cause`. */
  readonly words: readonly ExplainedWord[]
  /** Telling words that no document has. */
  readonly unknown: readonly string[]
  /** States that a document is about the opposite of ("too much serotonin"), which is why it was left out. */
  readonly opposite: readonly string[]
  /** Best first. */
  readonly candidates: readonly ExplainedCandidate[]
}

/** A passage that came into question. */
export type ExplainedCandidate = {
  readonly document: string
  readonly section: string
  readonly heading: string
  /** Comparable within one question only. */
  readonly score: number
  /** What the score was made from, each about 0 to 1. */
  readonly features: Readonly<Record<string, number>>
}
