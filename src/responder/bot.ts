import type { Answer } from './answer.ts'
import type { Question } from './question.ts'

/** All that an adapter is given. */
export type Bot = {
  /** Answers a question. Throws only on a fault. */
  readonly respond: (question: Question) => Answer
  /** The passages nearest to a question, best first, whatever becomes of it. */
  readonly rank: (question: Question, limit: number) => readonly RankedPassage[]
  /** Topics whose title, heading, alias or asked phrasing comes close to what is being typed, best first. */
  readonly suggest: (typed: string, limit: number) => readonly Topic[]
  /** Every document and section, as things to pick. `language` as in Question's `locale`. */
  readonly topics: (language?: string) => Answer
  /** The answer that shows one passage; undefined where there is none. */
  readonly passage: (document: string, section: string) => Answer | undefined
  /** The help lines of a country, or the choice of one; `language` as in Question's `locale`. */
  readonly support: (options: { readonly region?: string; readonly language?: string }) => Answer
  /** The fixed apology for a fault, which needs nothing that can fail. */
  readonly apology: (language?: string) => Answer
}

/** A section that a person can pick. */
export type Topic = {
  readonly document: string
  readonly section: string
  /** The heading, with the document's title where several documents are served. */
  readonly label: string
}

/** A passage with its place in the order of one question. */
export type RankedPassage = {
  readonly document: string
  readonly section: string
  readonly heading: string
  /** Comparable within one question only. */
  readonly score: number
  /** The passage's plain text, whole. */
  readonly excerpt: string
}
