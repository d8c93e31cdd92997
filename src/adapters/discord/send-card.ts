import type { Log } from '../../operations/log.ts'
import type { Bot } from '../../responder/bot.ts'
import type { AnswerQuestion } from '../answer-question.ts'
import type { Recent } from '../recent.ts'
import type { DiscordApi } from './discord-api.ts'
import { postParts } from './post-parts.ts'
import { render } from './render.ts'

/** The card of a held question, for the person whose question it is. */
export type Card = { readonly userId: string; readonly held: string; readonly nonce: string }

/** Brings an urgent card to a person by direct message, where it cannot stand where it was asked for. */
export type SendCard = (card: Card) => Promise<void>

export type SendCardParts = {
  readonly bot: Bot
  readonly api: DiscordApi
  readonly questions: AnswerQuestion
  readonly recent: Recent
  readonly log: Log
}

/** Builds the other way to a person; where it fails too, the log says that nobody was reached. */
export function createSendCard({ bot, api, questions, recent, log }: SendCardParts): SendCard {
  return async ({ userId, held, nonce }) => {
    const direct = await api.openDirect(userId, true)
    if (direct.result === undefined) return notDelivered(direct.fault)

    const shown = questions.show(held, recent.key(userId), direct.result)
    if (shown === undefined) return notDelivered('gone')

    const bodies = render(shown.answer, { plain: true, words: bot.chatWords(shown.answer.language), held })
    const { fault } = await postParts(api, bodies, { channelId: direct.result, nonce, isUrgent: true })
    if (fault !== undefined) notDelivered(fault)
  }

  function notDelivered(reason: string): void {
    log.error('urgent-not-delivered', { platform: 'discord', reason })
  }
}
