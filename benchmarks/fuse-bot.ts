import Fuse from 'fuse.js'
import type { Document } from '../src/knowledge/document.ts'
import type { Bot, RankedPassage } from '../src/responder/bot.ts'
import type { Question } from '../src/responder/question.ts'
import { cap } from '../src/text/cap.ts'
import { keyOf } from './corpus.ts'
import { flatten, limit, searched } from './engines/engine.ts'

/**
 * The bot as it would be with fuse.js's token search alone: the nearest passage is the answer to every message.
 *
 * There is no triage, no spelling, no small talk and no refusal; answers are composed by the bot that it stands in for.
 */
export function createFuseBot(bot: Bot, documents: readonly Document[]): Bot {
  const fuse = new Fuse(flatten(documents), {
    keys: [...searched],
    useTokenSearch: true,
    ignoreLocation: true,
    includeScore: true,
  })
  const passages = new Map(
    documents.flatMap((document) => document.passages).map((passage) => [keyOf(passage), passage]),
  )

  function rank({ text, document: name }: Question, most: number): readonly RankedPassage[] {
    return fuse.search(cap(text), { limit: most }).flatMap(({ item, score = 1 }) => {
      const passage = passages.get(item.id)
      if (passage === undefined || (name !== undefined && passage.document !== name)) return []
      const { document, section, heading, text: excerpt } = passage
      // fuse.js counts what is missing.
      return [{ document, section, heading, score: 1 - score, excerpt }]
    })
  }

  function respondRanked(question: Question, most: number) {
    const ranked = rank(question, most)
    const [best] = ranked
    return { answer: (best && bot.passage(best.document, best.section)) ?? bot.topics(), ranked }
  }

  return { ...bot, rank, respondRanked, respond: (question) => respondRanked(question, limit).answer }
}
