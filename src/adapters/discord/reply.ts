import { setTimeout as wait } from 'node:timers/promises'
import { type APIInteraction, InteractionResponseType, MessageFlags } from 'discord.js'
import type { Answer } from '../../responder/answer.ts'
import type { Bot } from '../../responder/bot.ts'
import type { DeletionProof } from '../deletion-proof.ts'
import type { PostedAnswers } from '../posted-answers.ts'
import type { Recent } from '../recent.ts'
import type { Asker } from './asker.ts'
import { type DiscordApi, privately } from './discord-api.ts'
import { patience } from './patience.ts'
import { type Control, type MessageBody, render, renderNote } from './render.ts'
import type { SendCard } from './send-card.ts'

/** How an answer is shown to the person who interacted. */
export type ReplyOptions = {
  /** Everybody there sees it, under the person's name. */
  readonly isPublic?: boolean
  /** Others may get to see it at the press of a button. */
  readonly isShareable?: boolean
  /** Id under which the question is held. */
  readonly held?: string
  /** A sentence before the answer. */
  readonly note?: string
}

export type ReplyParts = {
  readonly bot: Bot
  readonly api: DiscordApi
  readonly recent: Recent
  readonly posted: PostedAnswers
  readonly proof: DeletionProof
  readonly sendCard: SendCard
  /** Answers in servers as plain text. */
  readonly plainText: boolean
}

/** Builds what answers an interaction: the first part in the response itself, the others after it. */
export function createReply({ bot, api, recent, posted, proof, sendCard, plainText }: ReplyParts) {
  return { reply, replyNote, replyLater }

  async function reply(
    interaction: APIInteraction,
    asker: Asker,
    answer: Answer,
    options: ReplyOptions = {},
  ): Promise<void> {
    const { isPublic = false, held, note } = options
    const bodies = render(answer, {
      plain: plainText || !asker.isServer,
      words: bot.chatWords(answer.language),
      controls: controlsOf(asker, answer, options),
      ...(held === undefined ? {} : { held }),
      ...(note === undefined ? {} : { note }),
    })
    const [body, ...others] = bodies
    if (body === undefined) return
    const first = isPublic ? body : privately(body)

    const isUrgent = answer.outcome === 'urgent'
    const isSent = await respond(interaction, first, isUrgent)
    if (!isSent && isUrgent && held !== undefined) {
      return sendCard({ userId: asker.userId, held, nonce: interaction.id })
    }
    if (!isSent || others.length === 0) return
    const messageIds = await sendOthers(interaction, others, isPublic)
    if (isPublic) posted.note({ channelId: asker.channelId, messageIds })
  }

  /** Sends the other parts in order; gives the ids of all, for a public answer to go as a whole. */
  async function sendOthers(
    interaction: APIInteraction,
    bodies: readonly MessageBody[],
    isPublic: boolean,
  ): Promise<readonly string[]> {
    const { result: firstId } = isPublic ? await api.findOriginal(interaction) : {}
    const messageIds = firstId === undefined ? [] : [firstId]
    for (const body of bodies) {
      const { result: id, fault } = await api.followUp(interaction, body, !isPublic)
      if (fault !== undefined) break
      if (id !== undefined) messageIds.push(id)
    }
    return messageIds
  }

  async function replyNote(
    interaction: APIInteraction,
    asker: Asker,
    note: string,
    controls?: readonly Control[],
  ): Promise<void> {
    const buttons = controls === undefined ? undefined : { words: bot.chatWords(asker.locale), controls }
    await respond(interaction, privately(renderNote(note, buttons)))
  }

  /** Says what comes of something that may take longer than Discord waits. */
  async function replyLater(
    interaction: APIInteraction,
    asker: Asker,
    note: Promise<string>,
    withinMs: number = patience.replyLaterMs,
  ): Promise<void> {
    const soon = await Promise.race([note, wait(withinMs, undefined, { ref: false })])
    if (soon !== undefined) return replyNote(interaction, asker, soon)

    const { DeferredChannelMessageWithSource: type } = InteractionResponseType
    await api.respond(interaction, { type, data: { flags: MessageFlags.Ephemeral } })
    await api.editOriginal(interaction, renderNote(await note))
  }

  /** Whether somebody has seen a response: a repeated one counts, since it was ours. */
  async function respond(interaction: APIInteraction, data: MessageBody, isUrgent = false): Promise<boolean> {
    const response = {
      type: InteractionResponseType.ChannelMessageWithSource as const,
      data: { ...data, components: [...data.components], allowed_mentions: { parse: [], replied_user: false } },
    }
    const { fault } = await api.respond(interaction, response, isUrgent)
    return fault === undefined || fault === 'answered'
  }

  function controlsOf(
    asker: Asker,
    answer: Answer,
    { isPublic = false, isShareable = false }: ReplyOptions,
  ): Control[] {
    if (isPublic) return [{ type: 'delete', proof: proof.prove(recent.key(asker.userId)) }]

    const { receipt, inPublic } = answer
    const [shown] = receipt?.passages ?? []
    if (!isShareable || asker.isDirect || inPublic !== undefined || receipt === undefined || shown === undefined)
      return []
    return [{ type: 'share', document: receipt.document, section: shown.section }]
  }
}

export type Reply = ReturnType<typeof createReply>
