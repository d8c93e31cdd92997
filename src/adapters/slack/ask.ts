import type { Answer } from '../../responder/answer.ts'
import type { Bot } from '../../responder/bot.ts'
import type { Question } from '../../responder/question.ts'
import type { AnswerQuestion } from '../answer-question.ts'
import type { Recent } from '../recent.ts'
import type { Asker } from './asker.ts'
import type { Reply } from './reply.ts'

export type AskParts = {
  readonly bot: Bot
  readonly questions: AnswerQuestion
  readonly recent: Recent
  readonly reply: Reply
}

/** Answers a question that came by a command, a shortcut or a button; `instead` is what the person has picked by these words. */
export type Ask = (
  asker: Asker,
  question: Pick<Question, 'text' | 'ofOther'>,
  options?: { readonly instead?: () => Answer },
) => Promise<void>

/** Builds asking: what the person was shown can be shared, where it is not for them alone. */
export function createAsk({ bot, questions, recent, reply: { reply, replyNote } }: AskParts): Ask {
  return async (asker, question, { instead } = {}) => {
    const { workspace, userId, channelId, target, language } = asker
    const isDirect = target.type !== 'response' || target.isDirect
    const answered = await questions.answerQuestion({
      question: { ...question, unquoted: true, ...(language === undefined ? {} : { locale: language }) },
      person: recent.key(workspace.id, userId),
      place: `${workspace.id} ${channelId ?? userId}`,
      ...(instead === undefined ? {} : { instead }),
      ...(isDirect ? {} : { server: workspace.id }),
    })
    if (answered.type !== 'answer') {
      return replyNote(asker, bot.chatWords(language).notes.busy, [{ type: 'help' }])
    }

    const { answer, held } = answered
    return reply(asker, answer, { isShareable: true, ...(held === undefined ? {} : { held }) })
  }
}
