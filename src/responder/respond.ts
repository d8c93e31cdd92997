import type { Passage } from '../knowledge/document.ts'
import type { Hit } from '../knowledge/search/create-search.ts'
import type { Topics } from '../knowledge/search/topics.ts'
import type { Triage } from '../safety/triage.ts'
import type { Answer } from './answer.ts'
import type { Compose, Frame } from './compose.ts'
import { createDecide, type DecideParts, type Decision } from './decide.ts'
import type { HelpCards } from './help-cards.ts'
import type { Question } from './question.ts'
import type { Templates } from './templates.ts'

export type RespondParts = DecideParts & {
  readonly urgent: (triage: Triage, question: Question) => Answer
  readonly help: HelpCards
  readonly topics: Topics
  readonly compose: Compose
  readonly childrenOf: (passage: Passage) => readonly Passage[]
  readonly templatesFor: (language: string | undefined) => Templates
}

/** What is said to a question, and what search found for it, best first; nothing where it was not asked. */
export type Responded = { readonly answer: Answer; readonly hits: readonly Hit[] }

/** Builds the path every question takes: a decision first, then the words for it. `limit` is for the hits alone. */
export function createRespond(parts: RespondParts): (question: Question, limit?: number) => Responded {
  const { compose, templatesFor, help } = parts
  const decide = createDecide(parts)

  return (question, limit = mostHits) => {
    const decision = decide(question, { limit: Math.max(limit, mostHits) })
    if (decision.reason === 'urgent') return { answer: parts.urgent(decision.triage, question), hits: [] }
    const hits = 'findings' in decision ? decision.findings.hits : []
    return { answer: inform(question, decision, hits.slice(0, mostHits)), hits: hits.slice(0, limit) }
  }

  function inform(question: Question, decision: Calm, hits: readonly Hit[]): Answer {
    const { triage } = decision
    const templates = templatesFor(decision.language)
    if (decision.reason === 'help-wanted') return help.support({ triage, templates, region: question.region })

    const frame = frameOf(templates, triage, question)
    switch (decision.reason) {
      case 'small-talk':
        return compose.smallTalk(decision.chat.kind, frame)
      case 'other-language':
        return compose.otherLanguage(frame)
      case 'nothing-found':
      case 'opposite':
      case 'too-unsure': {
        const { findings, asked } = decision
        const unknown = question.unquoted === true ? [] : findings.unknown
        return compose.notFound(unknown, nearest(passagesOf(hits), asked), frame)
      }
      case 'sections-below':
        return compose.suggested(parts.childrenOf(decision.best), frame)
      case 'unsure':
      case 'close-call':
        return compose.suggested(passagesOf(hits).slice(0, mostChoices), frame)
      case 'sure':
        return compose.answered(decision.best, relatedTo(hits), frame)
    }
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

type Calm = Exclude<Decision, { readonly reason: 'urgent' }>

/** Hits that an answer is made from. */
const mostHits = 5

/** Characters up to which a question may be a misspelt name; comparing longer ones takes milliseconds and finds chance. */
const longestLikened = 16

/** Choices of "did you mean". */
const mostChoices = 4

/** Topics offered where nothing was found. */
const mostNearest = 3

function passagesOf(hits: readonly Hit[]): readonly Passage[] {
  return hits.map(({ passage }) => passage)
}

/** Hits that come near the best are related to the question; the others are just not as far away as the rest. */
function relatedTo([best, ...others]: readonly Hit[]): readonly Passage[] {
  return passagesOf(others.filter(({ score }) => score >= relatedFrom * (best?.score ?? 0)))
}

/** Share of the best score from which a passage counts as related. */
const relatedFrom = 0.6
