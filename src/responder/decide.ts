import type { Document, Passage } from '../knowledge/document.ts'
import type { Findings, Search, SearchOptions } from '../knowledge/search/create-search.ts'
import { isUrgent, type Triage } from '../safety/triage.ts'
import { cap } from '../text/cap.ts'
import type { Question } from './question.ts'
import type { ReadLanguage } from './read-language.ts'
import type { SmallTalk } from './small-talk.ts'

/** What becomes of a question, and why, before a word is said. */
export type Decision = {
  readonly triage: Triage
  /** In which to reply, as far as it shows. */
  readonly language?: string | undefined
} & (
  | { readonly reason: 'urgent' }
  | { readonly reason: 'help-wanted' }
  | { readonly reason: 'other-language' }
  | { readonly reason: 'small-talk'; readonly chat: SmallTalk }
  | (Searched & Verdict)
)

/** What was looked for, and what was found. */
type Searched = { readonly asked: string; readonly findings: Findings }

/** What the findings are good for. */
type Verdict =
  | { readonly reason: 'nothing-found' | 'opposite' | 'too-unsure' }
  | { readonly reason: 'sections-below' | 'unsure' | 'close-call' | 'sure'; readonly best: Passage }

export type DecideParts = {
  readonly triage: (question: Question) => Triage
  readonly smallTalk: (text: string, locale?: string) => SmallTalk | undefined
  readonly readLanguage: ReadLanguage
  readonly search: Search
}

export type Decide = (question: Question, options?: Omit<SearchOptions, 'within'>) => Decision

/** From this chance on the first hit is shown as the answer; chosen on the risk–coverage curve of `npm run evaluate`. */
export const answerFrom = 0.7

/** From this chance on the nearest passages are offered as choices. */
export const suggestFrom = 0.2

/** Two best scores this near, relative to the best, are one too many to pick from. */
const closeCall = 0.01

/**
 * Builds the way to every decision: triage, small talk, language, search.
 *
 * Triage runs first and alone, so no ranking bug can delay help.
 */
export function createDecide({ triage: read, smallTalk, readLanguage, search }: DecideParts): Decide {
  return (question, options) => {
    const triage = read(question)
    if (isUrgent(triage)) return { reason: 'urgent', triage }

    const { text, locale, document: name } = question
    const asked = cap(text)
    if (/^\/?support$/i.test(asked.trim())) return { reason: 'help-wanted', triage, language: locale }

    const chat = smallTalk(asked, locale)
    if (chat !== undefined) return { reason: 'small-talk', triage, chat, language: chat.language }

    const { language, within } = readLanguage(asked, locale, triage)
    if (within === undefined) return { reason: 'other-language', triage, language }

    const findings = search(asked, { ...options, within: (each) => within(each) && isAsked(each, name) })
    return { ...judge(findings), asked, findings, triage, language: findings.hits[0]?.language ?? language }
  }
}

function isAsked(document: Document, name: string | undefined): boolean {
  return name === undefined || document.name === name
}

function judge(findings: Findings): Verdict {
  const [best] = findings.hits
  if (best === undefined) return { reason: findings.opposite.length > 0 ? 'opposite' : 'nothing-found' }
  if (findings.confidence < suggestFrom) return { reason: 'too-unsure' }
  const { passage } = best
  if (passage.text === '') return { reason: 'sections-below', best: passage }
  if (findings.confidence < answerFrom) return { reason: 'unsure', best: passage }
  return { reason: isCloseCall(findings) ? 'close-call' : 'sure', best: passage }
}

function isCloseCall({ hits: [best, second] }: Findings): boolean {
  return best !== undefined && second !== undefined && best.score - second.score < closeCall * best.score
}
