import { setTimeout as wait } from 'node:timers/promises'
import { type APIMessageComponentInteraction, InteractionResponseType } from 'discord.js'
import type { Bot } from '../../responder/bot.ts'
import type { DeletionProof } from '../deletion-proof.ts'
import type { PostedAnswers } from '../posted-answers.ts'
import type { Recent } from '../recent.ts'
import type { Asker } from './asker.ts'
import type { DiscordApi } from './discord-api.ts'
import { patience } from './patience.ts'
import type { Reply } from './reply.ts'

export type TakeBackParts = {
  readonly bot: Bot
  readonly api: DiscordApi
  readonly recent: Recent
  readonly posted: PostedAnswers
  readonly proof: DeletionProof
  readonly reply: Reply
}

/** Deletes an answer for the person who asked for it, or for a moderator. */
export type TakeBack = (interaction: APIMessageComponentInteraction, asker: Asker, proof: string) => Promise<void>

/** Builds deleting. Who may is read from Discord's own words on each press, never from the button alone. */
export function createTakeBack({
  bot,
  api,
  recent,
  posted,
  proof,
  reply: { replyNote, replyLater },
}: TakeBackParts): TakeBack {
  return async (interaction, asker, shown) => {
    const { notes } = bot.chatWords(asker.locale)
    if (!mayDelete(interaction, asker, shown)) return replyNote(interaction, asker, notes['cannot-delete'])

    const { message } = interaction
    if (!asker.isMember && !asker.isDirect) {
      return deleteByPress(interaction)
    }
    const { messageIds = [message.id] } = posted.withMessage(message.id) ?? {}
    const deleting = Promise.all(messageIds.map((id) => api.deleteMessage(asker.channelId, id))).then((results) =>
      results.every(({ fault }) => fault === undefined || fault === 'gone'),
    )
    const isDeleted = await Promise.race([deleting, wait(patience.replyLaterMs, undefined, { ref: false })])
    if (isDeleted === false) return deleteByPress(interaction)
    const note = deleting.then((isDone) => (isDone ? notes.deleted : notes['cannot-delete']))
    return replyLater(interaction, asker, note, 0)
  }

  /** The press itself leads to the message, even where the bot is no member and the person's own name stands on it. */
  async function deleteByPress(interaction: APIMessageComponentInteraction): Promise<void> {
    await api.respond(interaction, { type: InteractionResponseType.DeferredMessageUpdate })
    await api.deleteOriginal(interaction)
  }

  function mayDelete({ message }: APIMessageComponentInteraction, asker: Asker, shown: string): boolean {
    if (asker.isDirect || asker.isModerator || proof.isOf(shown, recent.key(asker.userId))) return true
    const owner = message.interaction_metadata?.user.id ?? message.referenced_message?.author.id
    return owner === asker.userId
  }
}
