import type { Answer } from '../../responder/answer.ts'
import type { Bot } from '../../responder/bot.ts'
import type { AnswerQuestion } from '../answer-question.ts'
import type { Recent } from '../recent.ts'
import type { Ask } from './ask.ts'
import type { Asker } from './asker.ts'
import { withoutMarkup } from './read-message.ts'
import type { Reply } from './reply.ts'

export type AnswerCommandParts = {
  readonly bot: Bot
  readonly questions: AnswerQuestion
  readonly recent: Recent
  readonly reply: Reply
  readonly ask: Ask
}

/** Builds what is done with a command: a word of its own shows a page, everything else is a question. */
export function createAnswerCommand({ bot, questions, recent, reply: { reply }, ask }: AnswerCommandParts) {
  const pages: ReadonlyMap<string, (person: string) => Answer> = new Map<string, (person: string) => Answer>([
    ['', () => bot.page('help')],
    ['help', () => bot.page('help')],
    ['topics', () => bot.topics()],
    ['support', (person) => questions.support(person)],
    ['privacy', () => bot.page('privacy')],
    ['about', () => bot.page('about')],
  ])

  return (asker: Asker, typed: string): Promise<void> => {
    const text = withoutMarkup(typed)
    const page = pages.get(text.toLowerCase())
    if (page === undefined) return ask(asker, { text })
    return reply(asker, page(recent.key(asker.workspace.id, asker.userId)))
  }
}
