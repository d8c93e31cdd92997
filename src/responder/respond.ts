import type { Document, Passage } from '../knowledge/document.ts'
import type { Hit, Search } from '../knowledge/search/create-search.ts'
import type { Topics } from '../knowledge/search/topics.ts'
import { isUrgent, type Triage } from '../safety/triage.ts'
import { cap } from '../text/cap.ts'
import type { Answer } from './answer.ts'
import type { Bot } from './bot.ts'
import type { Compose, Frame } from './compose.ts'
import type { HelpCards } from './help-cards.ts'
import type { Question } from './question.ts'
import type { ReadLanguage } from './read-language.ts'
import type { SmallTalk } from './small-talk.ts'
import type { Templates } from './templates.ts'

export type RespondParts = {
  readonly triage: (question: Question) => Triage
  readonly urgent: (triage: Triage, question: Question) => Answer
  readonly help: HelpCards
  readonly smallTalk: (text: string, locale?: string) => SmallTalk | undefined
  readonly readLanguage: ReadLanguage
  readonly search: Search
  readonly topics: Topics
  readonly compose: Compose
  readonly childrenOf: (passage: Passage) => readonly Passage[]
  readonly templatesFor: (language: string | undefined) => Templates
}

/** From this chance on the first hit is shown as the answer; chosen on the risk–coverage curve of `npm run evaluate`. */
export const answerFrom = 0.7

/** From this chance on the nearest passages are offered as choices. */
const suggestFrom = 0.2

/** Two best scores this near, relative to the best, are one too many to pick from. */
const closeCall = 0.01

/**
 * Builds the path every question takes: triage, small talk, language, search, compose.
 *
 * Triage runs first and alone, so no ranking bug can delay help.
 */
export function createRespond(parts: RespondParts): Bot['respond'] {
  const { compose, templatesFor, help } = parts

  return (question) => {
    const triage = parts.triage(question)
    return isUrgent(triage) ? parts.urgent(triage, question) : inform(question, triage)
  }

  function inform(question: Question, triage: Triage): Answer {
    const { text, locale, document } = question
    const asked = cap(text)
    const frameIn = (templates: Templates) => frameOf(templates, triage, question)

    if (/^\/?support$/i.test(asked.trim()))
      return help.support({ triage, templates: templatesFor(locale), region: question.region })

    const chat = parts.smallTalk(asked, locale)
    if (chat !== undefined) return compose.smallTalk(chat.kind, frameIn(templatesFor(chat.language)))

    const { language, within } = parts.readLanguage(asked, locale, triage)
    if (within === undefined) return compose.otherLanguage(frameIn(templatesFor(language)))

    const findings = parts.search(asked, { within: (each) => within(each) && isAsked(each, document) })
    const frame = frameIn(templatesFor(findings.hits[0]?.language ?? language))
    const passages = findings.hits.map(({ passage }) => passage)
    const [best] = passages
    if (best === undefined || findings.confidence < suggestFrom) {
      const unknown = question.unquoted === true ? [] : findings.unknown
      return compose.notFound(unknown, nearest(passages, asked), frame)
    }
    if (best.text === '') return compose.suggested(parts.childrenOf(best), frame)
    if (findings.confidence < answerFrom || isCloseCall(findings.hits))
      return compose.suggested(passages.slice(0, mostChoices), frame)
    return compose.answered(best, relatedTo(findings.hits), frame)
  }

  /** What the answer stands in: routing before it, where help is behind it. */
  function frameOf(templates: Templates, triage: Triage, { region, notAboutMe }: Question): Frame {
    const kept = notAboutMe === true ? help.kept({ triage, templates, region }) : []
    const lead = [...kept, ...help.lead(triage, templates)]
    return {
      templates,
      triage,
      lead,
      tail: kept.length > 0 ? [] : help.tail(triage, templates),
      inPublic: lead.length > 0 ? help.quietlyInPublic(templates) : undefined,
    }
  }

  /** What search came nearest to, else what the words look like, else where the library begins. */
  function nearest(found: readonly Passage[], asked: string): readonly Passage[] {
    if (found.length > 0) return found
    const alike = asked.length > longestLikened ? [] : parts.topics.suggest(asked, mostNearest)
    const likely = alike.length > 0 ? alike : parts.topics.suggest('', mostNearest)
    return likely.map(({ passage }) => passage)
  }
}

/** Characters up to which a question may be a misspelt name; comparing longer ones takes milliseconds and finds chance. */
const longestLikened = 16

/** Choices of "did you mean". */
const mostChoices = 4

/** Topics offered where nothing was found. */
const mostNearest = 3

function isAsked(document: Document, name: string | undefined): boolean {
  return name === undefined || document.name === name
}

/** Hits that come near the best are related to the question; the others are just not as far away as the rest. */
function relatedTo([best, ...others]: readonly Hit[]): readonly Passage[] {
  return others.filter(({ score }) => score >= relatedFrom * (best?.score ?? 0)).map(({ passage }) => passage)
}

/** Share of the best score from which a passage counts as related. */
const relatedFrom = 0.6

function isCloseCall([best, second]: readonly Hit[]): boolean {
  return best !== undefined && second !== undefined && best.score - second.score < closeCall * best.score
}
