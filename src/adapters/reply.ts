import type { Answer, Outcome, Receipt } from '../responder/answer.ts'
import type { RankedPassage } from '../responder/bot.ts'
import type { Question } from '../responder/question.ts'

/** What programs get of an answer: the contract of the command line and of the HTTP interface. */
export type Reply = ReplyText & {
  readonly outcome: Outcome
  readonly triage: Answer['triage']['level']
  /** What the reply is built from, best first; with a limit the best-ranked ones, whatever the outcome, urgent aside. */
  readonly passages: readonly RankedPassage[]
  readonly receipt?: Receipt
}

/** The whole reply as plain text, unwrapped, and the disclaimer that ends it. */
export type ReplyText = { readonly text: string; readonly disclaimer: string }

/** How an adapter that has no drawing of its own comes to replies. */
export type Replies = {
  readonly reply: (question: Question, limit?: number) => Reply
  /** The text alone, such as that of an apology. */
  readonly draw: (answer: Answer) => ReplyText
}
