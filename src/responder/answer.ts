import type { Block, Phrasing } from '../knowledge/block.ts'
import type { Triage } from '../safety/triage.ts'
import type { Disclaimer } from './disclaimer.ts'

export type { Block, Contact, Phrasing } from '../knowledge/block.ts'

/** What the bot says to one question, before any platform draws it. Made by `createAnswer` alone. */
export type Answer = AnswerParts & {
  /** One plain line for notifications; ends with the short disclaimer. */
  readonly summary: string
  /** Shown last in every rendering, after every cut. */
  readonly disclaimer: Disclaimer
  readonly [made]: true
}

/** How a question went. */
export type Outcome = 'answered' | 'suggested' | 'not-found' | 'help' | 'urgent'

/** What stands in a public place in the answer's stead; whoever presses the button sees an answer of their own. */
export type InPublic = { readonly line: string; readonly button: string }

/** What composing puts together; `createAnswer` adds what no answer may lack. */
export type AnswerParts = {
  readonly outcome: Outcome
  readonly triage: Triage
  /** Language of the words that the bot says by itself, BCP 47. */
  readonly language: string
  /** Title of the document that the answer stands in, drawn beside the first heading. */
  readonly topic?: string
  /** The body, in reading order; never empty. */
  readonly blocks: readonly Block[]
  /** Where the text comes from and when it was last reviewed; with every `answered`. */
  readonly source?: readonly Phrasing[]
  /** Where the passage stands in the whole text; with every `answered` of a bot that has a page of its own on the web. */
  readonly page?: PageLink
  /** What the person can pick next, most useful first. */
  readonly actions: readonly Action[]
  /** With every `answered`. */
  readonly receipt?: Receipt
  /** Present where the answer is for one person alone: it never stands in a public place and cannot be shared there. */
  readonly inPublic?: InPublic
}

/** A place on the bot's own page. */
export type PageLink = { readonly label: string; readonly url: string }

/** Something the person can pick: a button, or a number in the terminal. */
export type Action =
  /** Shows a passage: a related topic, or one of the choices of `suggested`. */
  | { readonly type: 'passage'; readonly label: string; readonly document: string; readonly section: string }
  /** Asks an example question, whose words are the label. */
  | { readonly type: 'question'; readonly label: string }
  /** Says that none of the choices fits; shows all topics. */
  | { readonly type: 'topics'; readonly label: string }
  /** Shows the help lines of the country that was chosen, or with `countries` the choice of one; with every answer. */
  | { readonly type: 'support'; readonly label: string; readonly countries?: true }
  /** Chooses a country: shows its help lines, and those of later answers. */
  | { readonly type: 'country'; readonly label: string; readonly region: string }
  /** Says that an urgent answer missed its mark: the question is answered with help kept in view. */
  | { readonly type: 'not-about-me'; readonly label: string }

/** Proof of what was shown: anybody can hash the passages and compare. */
export type Receipt = {
  readonly document: string
  /** The passages shown, in order; `hash` is the SHA-256 of a passage's plain text in hexadecimal. */
  readonly passages: readonly { readonly section: string; readonly hash: string }[]
}

/** The part of the templates that goes with every answer. */
export type SaidAlways = {
  readonly disclaimer: Disclaimer
  readonly help: { readonly buttons: { readonly support: string } }
}

/** Not exported: nothing outside this file can build an Answer. */
const made = Symbol('made by createAnswer')

/** Builds an answer: the only way to one, so that none exists without the disclaimer and the way to help. */
export function createAnswer(parts: AnswerParts, summary: string, { disclaimer, help }: SaidAlways): Answer {
  if (disclaimer.text.trim() === '' || disclaimer.short.trim() === '') throw new Error('An answer needs a disclaimer')
  const support: Action = { type: 'support', label: help.buttons.support }
  const actions = parts.actions.some(leadsToHelp) ? parts.actions : [...parts.actions, support]
  return { ...parts, actions, summary: `${summary} ${disclaimer.short}`, disclaimer, [made]: true }
}

function leadsToHelp({ type }: Action): boolean {
  return type === 'support' || type === 'country'
}
