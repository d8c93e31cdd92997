import type { APIInteraction } from 'discord.js'
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

export type AskOptions = {
  /** For everybody there, unless the answer is for one person alone. */
  readonly isPublic?: boolean
  /** What the person has picked by these words, unless they need help. */
  readonly instead?: () => Answer
}

/** Answers a question that came by an interaction. */
export type Ask = (
  interaction: APIInteraction,
  asker: Asker,
  question: Pick<Question, 'text' | 'document' | 'ofOther'>,
  options?: AskOptions,
) => Promise<void>

/** Builds asking: what the person was shown can be shared, where it is not for them alone. */
export function createAsk({ bot, questions, recent, reply: { reply, replyNote } }: AskParts): Ask {
  return async (interaction, asker, question, { isPublic = false, instead } = {}) => {
    const answered = await questions.answerQuestion({
      question: { ...question, unquoted: true, locale: asker.locale },
      person: recent.key(asker.userId),
      place: asker.channelId,
      ...(instead === undefined ? {} : { instead }),
      ...(asker.serverId === undefined ? {} : { server: asker.serverId }),
    })
    if (answered.type !== 'answer') {
      return replyNote(interaction, asker, bot.chatWords(asker.locale).notes.busy, [{ type: 'help' }])
    }

    const { answer, held } = answered
    return reply(interaction, asker, answer, {
      isPublic: isPublic && asker.mayPost && answer.inPublic === undefined,
      isShareable: true,
      ...(held === undefined ? {} : { held }),
    })
  }
}
