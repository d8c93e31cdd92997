import type { Answer } from '../../responder/answer.ts'
import type { Bot, RankedPassage } from '../../responder/bot.ts'
import type { Question } from '../../responder/question.ts'
import type { Replies, ReplyText } from '../reply.ts'
import { limits } from './limits.ts'
import { renderText } from './render.ts'
import { safeText } from './safe-text.ts'

/** Prepares what programs get of answers. */
export function createReplies(bot: Bot): Replies {
  return {
    reply: (question, limit) => {
      const { answer, ranked } = bot.respondRanked(question, limits.maxRanked)
      return {
        outcome: answer.outcome,
        triage: answer.triage.level,
        passages: limit === undefined ? passagesOf(answer, ranked) : nearest(answer, question, limit),
        ...draw(answer),
        ...(answer.receipt === undefined ? {} : { receipt: answer.receipt }),
      }
    },
    draw,
  }

  /** The best-ranked ones, whatever became of the question, urgent aside. */
  function nearest({ outcome }: Answer, question: Question, limit: number): readonly RankedPassage[] {
    return outcome === 'urgent' ? [] : bot.rank(question, limit)
  }

  function passagesOf(answer: Answer, ranked: readonly RankedPassage[]): readonly RankedPassage[] {
    return shownIn(answer).flatMap((place) => ranked.find(isAt(place)) ?? unranked(place) ?? [])
  }

  /** A passage that travels with another need not be near the question: its own name finds it. */
  function unranked(place: Place): RankedPassage | undefined {
    const text = place.section.replaceAll('-', ' ')
    const found = bot.rank({ text, document: place.document }, limits.maxRanked).find(isAt(place))
    return found === undefined ? undefined : { ...found, score: 0 }
  }
}

function draw(answer: Answer): ReplyText {
  const text = renderText(answer, { width: Number.POSITIVE_INFINITY, color: false })
  return { text, disclaimer: safeText(answer.disclaimer.text).trim() }
}

type Place = { readonly document: string; readonly section: string }

/** What the reply is built from: the passages shown, or those offered. */
function shownIn({ outcome, receipt, actions }: Answer): readonly Place[] {
  switch (outcome) {
    case 'answered':
      return receipt?.passages.map(({ section }) => ({ document: receipt.document, section })) ?? []
    case 'suggested':
      return actions.filter((action) => action.type === 'passage')
    case 'not-found':
    case 'help':
    case 'urgent':
      return []
  }
}

function isAt({ document, section }: Place): (passage: RankedPassage) => boolean {
  return (passage) => passage.document === document && passage.section === section
}
