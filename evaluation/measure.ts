import type { Document } from '../src/knowledge/document.ts'
import type { Words } from '../src/knowledge/search/create-search.ts'
import { createSearch } from '../src/knowledge/search/create-search.ts'
import { createBot } from '../src/responder/create-bot.ts'
import { loadTemplates } from '../src/responder/load-templates.ts'
import { loadHelpLines } from '../src/safety/load-help-lines.ts'
import { calm } from '../src/safety/triage.ts'
import { isRight, type Judgment, root } from './judgments.ts'

/** What became of a set of questions; shares of the answerable ones unless said otherwise, from 0 to 1. */
export type Figures = {
  readonly answerable: number
  readonly unanswerable: number
  /** The right section is ranked first, whatever the bot then does. */
  readonly rightFirst: number
  /** Answered with the right section. */
  readonly answered: number
  /** The right section is among the choices offered. */
  readonly offered: number
  /** Answered with another section. */
  readonly wrong: number
  /** Neither answered nor offered. */
  readonly refused: number
  /** Share of the unanswerable questions that were answered. */
  readonly falseAnswers: number
  /** What other bars for answering would give. */
  readonly curve: readonly RiskPoint[]
}

/** One point of the risk–coverage curve: the bar set so that a given share of all questions is answered. */
export type RiskPoint = {
  /** Share of all questions that get an answer. */
  readonly coverage: number
  /** Share of those answers that are wrong or false. */
  readonly risk: number
  /** The chance that a first hit must have. */
  readonly from: number
}

const templates = loadTemplates(`${root}templates`)
const helpLines = loadHelpLines(root, `${root}knowledge`)

/** Asks the bot every question of a set. */
export function measure(documents: readonly Document[], words: Words, judgments: readonly Judgment[]): Figures {
  const bot = createBot({ documents, words, templates, triage: () => calm, helpLines, version: '' })
  const search = createSearch(documents, words)
  const asked = judgments
    .filter(({ expect }) => expect !== 'either')
    .map((judgment) => {
      const { outcome, actions } = bot.respond({ text: judgment.text })
      const { hits, confidence } = search(judgment.text)
      const choices = actions.filter((action) => action.type === 'passage')
      return {
        isAnswerable: judgment.expect === 'answer',
        outcome,
        confidence,
        isFirst: isRight(judgment, hits[0]?.passage),
        isOffered: outcome === 'suggested' && choices.some((choice) => isRight(judgment, choice)),
      }
    })
  const answerable = asked.filter(({ isAnswerable }) => isAnswerable)
  const unanswerable = asked.filter(({ isAnswerable }) => !isAnswerable)
  const answered = share(answerable, ({ outcome, isFirst }) => outcome === 'answered' && isFirst)
  const offered = share(answerable, ({ isOffered }) => isOffered)
  const wrong = share(answerable, ({ outcome, isFirst }) => outcome === 'answered' && !isFirst)
  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    rightFirst: share(answerable, ({ isFirst }) => isFirst),
    answered,
    offered,
    wrong,
    refused: 1 - answered - offered - wrong,
    falseAnswers: share(unanswerable, ({ outcome }) => outcome === 'answered'),
    curve: riskCoverage(asked),
  }
}

function riskCoverage(asked: readonly { confidence: number; isFirst: boolean }[]): RiskPoint[] {
  const sorted = asked.toSorted((left, right) => right.confidence - left.confidence)
  return [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1].map((coverage) => {
    const taken = sorted.slice(0, Math.round(coverage * sorted.length))
    return { coverage, risk: share(taken, ({ isFirst }) => !isFirst), from: taken.at(-1)?.confidence ?? 1 }
  })
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length
}
