import type { APIInteraction, GatewayMessageCreateDispatchData } from 'discord.js'
import type { Log } from '../../operations/log.ts'
import type { Metrics } from '../../operations/metrics.ts'
import type { Bot } from '../../responder/bot.ts'
import { createAnswerQuestion } from '../answer-question.ts'
import { createCooldown } from '../cooldown.ts'
import { createDeletionProof } from '../deletion-proof.ts'
import { createHeldQuestions } from '../held-questions.ts'
import { createPostedAnswers } from '../posted-answers.ts'
import { createPublicLines } from '../public-lines.ts'
import { createRecent } from '../recent.ts'
import { createSeen } from '../seen.ts'
import { createAnswerInteraction } from './answer-interaction.ts'
import { createAnswerMessage } from './answer-message.ts'
import { createAsk } from './ask.ts'
import type { Connection } from './connect.ts'
import type { DiscordApi } from './discord-api.ts'
import { createFindPlace } from './find-place.ts'
import { createPress } from './press.ts'
import { readMessage } from './read-message.ts'
import { createReply } from './reply.ts'
import { createSendCard } from './send-card.ts'
import type { DiscordSettings } from './settings.ts'
import { createShare } from './share.ts'
import { createTakeBack } from './take-back.ts'

export type EventsParts = {
  readonly bot: Bot
  readonly api: DiscordApi
  readonly settings: Pick<DiscordSettings, 'channels' | 'plainText'>
  readonly log: Log
  readonly metrics?: Metrics | undefined
}

/** Builds what is done with each event, and the memory that they share. */
export function createEvents({ bot, api, settings: { channels, plainText }, log, metrics }: EventsParts) {
  const seen = createSeen()
  const recent = createRecent()
  const onFault = (error: unknown) => log.error('answer-failed', { platform: 'discord', error })
  const questions = createAnswerQuestion({
    bot,
    cooldown: createCooldown(),
    recent,
    held: createHeldQuestions(),
    onFault,
    onAnswer: ({ outcome, triage }, seconds) =>
      metrics?.answered('discord', { outcome, triage: triage.level }, seconds),
    onHeldBack: () => metrics?.heldBack('discord'),
  })
  const posted = createPostedAnswers()
  const lines = createPublicLines()
  const proof = createDeletionProof()
  const findPlace = createFindPlace(bot)
  const shared = { bot, api, questions, recent, posted, proof, plainText, log, findPlace }
  const sendCard = createSendCard(shared)
  const reply = createReply({ ...shared, sendCard })
  const ask = createAsk({ ...shared, reply })
  const share = createShare({ ...shared, reply })
  const takeBack = createTakeBack({ ...shared, reply })
  const press = createPress({ ...shared, reply, ask, share, takeBack })
  const answerInteraction = createAnswerInteraction({ ...shared, reply, ask, press })
  const answerMessage = createAnswerMessage({ ...shared, lines, sendCard })

  return {
    async onInteraction(interaction: APIInteraction): Promise<void> {
      if (seen.first(interaction.id)) await answerInteraction(interaction)
    },

    async onMessage(
      message: GatewayMessageCreateDispatchData,
      { botId, parentOf, localeOf }: Connection,
    ): Promise<void> {
      const asking = readMessage(message, botId())
      if (asking === undefined || !seen.first(asking.id)) return
      const { channelId, serverId } = asking
      if (serverId === undefined) return answerMessage(asking)
      if (isAnswered(channelId) || isAnswered(parentOf(channelId))) return answerMessage(asking, localeOf(serverId))
    },

    /** A public answer goes with its question; a line about help with the last question that it stands for. */
    async onDeleted(channelId: string, messageIds: readonly string[]): Promise<void> {
      for (const id of messageIds) {
        lines.removed(channelId, id)
        const answer = posted.take(id)
        const gone = lines.leave(channelId, id) ?? answer?.messageIds ?? []
        await Promise.all(gone.map((each) => api.deleteMessage(channelId, each)))
      }
    },
  }

  function isAnswered(channelId: string | undefined): boolean {
    return channels.length === 0 || (channelId !== undefined && channels.includes(channelId))
  }
}
