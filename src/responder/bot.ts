import type { Answer } from './answer.ts'
import type { DocumentSummary, DocumentText } from './document-text.ts'
import type { Explanation } from './explanation.ts'
import type { Question } from './question.ts'
import type { ChatWords, PageName } from './templates.ts'

/** All that an adapter is given. */
export type Bot = {
  /** Answers a question. Throws only on a fault. */
  readonly respond: (question: Question) => Answer
  /** The same, with so many of the passages that were found on the way to it, best first; none where nothing was searched. */
  readonly respondRanked: (question: Question, limit: number) => RankedAnswer
  /** The passages nearest to a question, best first, whatever becomes of it. */
  readonly rank: (question: Question, limit: number) => readonly RankedPassage[]
  /** Why `respond` answers a question as it does, with so many candidates at most (10 where absent). Never throws for the question's sake. */
  readonly explain: (question: Question, limit?: number) => Explanation
  /**
   * Topics whose title, heading, alias or asked phrasing comes close to what is being typed, best first. Where nothing is typed,
   * the first section of each document, then the others.
   */
  readonly suggest: (typed: string, limit: number) => readonly SuggestedTopic[]
  /** Documents whose title or alias comes close to what is being typed, best first; the library's first where nothing is typed. */
  readonly suggestDocuments: (typed: string, limit: number) => readonly DocumentChoice[]
  /** Every section that `passage` can show, in the order of the library. */
  readonly places: () => readonly Place[]
  /**
   * Every document and section, as things to pick, or the sections of one document; a `document` that there is not counts for
   * none. `language` as in Question's `locale`.
   */
  readonly topics: (options?: { readonly language?: string; readonly document?: string }) => Answer
  /** Every document, in the order of the library; `language` as in Question's `locale`. */
  readonly library: (language?: string) => readonly DocumentSummary[]
  /** A whole document by its name; undefined where there is none. */
  readonly document: (name: string) => DocumentText | undefined
  /** The answer that shows one passage; undefined where there is none. */
  readonly passage: (document: string, section: string) => Answer | undefined
  /** The help lines of a country, or the choice of one; `language` as in Question's `locale`. */
  readonly support: (options: { readonly region?: string; readonly language?: string }) => Answer
  /** What the bot says of itself: who wrote what it shows, what is kept, how to ask. `language` as in Question's `locale`. */
  readonly page: (name: PageName, language?: string) => Answer
  /** What chat platforms show beside answers. `language` as in Question's `locale`. */
  readonly chatWords: (language?: string) => ChatWords
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

/** A section with everything that people may look for it by. */
export type Place = Topic & {
  /** The document's. */
  readonly title: string
  readonly heading: string
  /** Other words for it: asked phrasings, and those of the whole document at its first section. Never shown as answer text. */
  readonly names: readonly string[]
}

/** A section that a person may be looking for. */
export type SuggestedTopic = Topic & {
  /** The name that came closest, such as an asked phrasing or an alias, where the label does not hold it. */
  readonly matched?: string
}

/** A document that a person can pick. */
export type DocumentChoice = { readonly document: string; readonly title: string }

/** An answer with the passages that it was chosen from. */
export type RankedAnswer = { readonly answer: Answer; readonly ranked: readonly RankedPassage[] }

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
