import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../../operations/log.ts'
import type { Answer, InPublic } from '../../responder/answer.ts'
import type { Bot } from '../../responder/bot.ts'
import type { AnswerQuestion, Shown } from '../answer-question.ts'
import type { DeletionProof } from '../deletion-proof.ts'
import type { PostedAnswers } from '../posted-answers.ts'
import type { PublicLines } from '../public-lines.ts'
import type { Recent } from '../recent.ts'
import { createShortMemory } from '../short-memory.ts'
import type { DiscordApi, SendOptions } from './discord-api.ts'
import { patience } from './patience.ts'
import { postParts } from './post-parts.ts'
import type { FaultKind } from './read-fault.ts'
import type { AskingMessage } from './read-message.ts'
import { type MessageBody, render, renderInPublic, renderNote } from './render.ts'
import type { SendCard } from './send-card.ts'

export type AnswerMessageParts = {
  readonly bot: Bot
  readonly api: DiscordApi
  readonly questions: AnswerQuestion
  readonly recent: Recent
  readonly posted: PostedAnswers
  readonly lines: PublicLines
  readonly proof: DeletionProof
  readonly sendCard: SendCard
  readonly log: Log
  /** Answers in servers as plain text. */
  readonly plainText: boolean
}

/** Builds what is done with a message that asks the bot: it answers where it was asked, an answer for one person alone aside. */
export function createAnswerMessage(parts: AnswerMessageParts) {
  const { bot, api, questions, recent, posted, lines, proof, sendCard, log } = parts
  /** Channels in which the bot was not allowed to post a short while ago. */
  const closed = createShortMemory<true>({ max: patience.maxPosted, ttlMs: patience.closedChannelMs })

  return async (message: AskingMessage, locale?: string): Promise<void> => {
    try {
      await answerMessage(message, locale)
    } catch (error) {
      log.error('event-failed', { platform: 'discord', error })
      await show(message, { type: 'answer', answer: bot.apology(locale) })
    }
  }

  async function answerMessage(message: AskingMessage, locale: string | undefined): Promise<void> {
    const { channelId, serverId, userId, text } = message
    const person = recent.key(userId)
    const answered = await questions.answerQuestion({
      ...(text === '' ? { instead: () => bot.page('help', locale) } : {}),
      question: { text, unquoted: true, ...(locale === undefined ? {} : { locale }) },
      person,
      place: channelId,
      ...(serverId === undefined ? {} : { server: serverId, isPublic: true }),
    })
    switch (answered.type) {
      case 'wait':
        return
      case 'say-wait':
        return sayWait(message, locale)
      case 'answer':
        return show(message, answered)
    }
  }

  function show(message: AskingMessage, shown: Shown): Promise<void> {
    if (message.serverId === undefined) return answerDirectly(message, shown)
    const { answer, held = nothingHeld } = shown
    if (answer.inPublic === undefined) return answerPublicly(message, answer)
    return answer.outcome === 'urgent'
      ? pointToHelp(message, answer, answer.inPublic, held)
      : pointToAnswer(message, answer, answer.inPublic, held)
  }

  async function answerDirectly(message: AskingMessage, { answer, held }: Shown): Promise<void> {
    const { channelId, userId, id } = message
    const isUrgent = answer.outcome === 'urgent'
    if (!isUrgent) await showTyping(channelId)
    const bodies = render(answer, {
      plain: true,
      words: bot.chatWords(answer.language),
      // Nobody can delete a bot's message otherwise, and not everybody is alone with their screen.
      controls: [{ type: 'delete', proof: proof.prove(recent.key(userId)) }],
      ...(held === undefined ? {} : { held }),
    })
    const { messageIds, fault } = await postParts(api, bodies, { channelId, nonce: id, isUrgent })
    posted.note({ channelId, messageIds })
    if (fault !== undefined && isUrgent) log.error('urgent-not-delivered', { platform: 'discord', reason: fault })
  }

  async function answerPublicly(message: AskingMessage, answer: Answer): Promise<void> {
    if (closed.has(message.channelId)) return
    await showTyping(message.channelId)
    const bodies = render(answer, {
      plain: parts.plainText,
      words: bot.chatWords(answer.language),
      controls: [{ type: 'delete', proof: proof.prove(recent.key(message.userId)) }],
    })
    await post(message, bodies)
  }

  /** Lets it be seen that an answer comes, which waits for that no longer than a request takes. */
  async function showTyping(channelId: string): Promise<void> {
    await Promise.race([api.typing(channelId), wait(patience.typingHeadStartMs, undefined, { ref: false })])
  }

  /** The neutral line of an answer that is not urgent. */
  async function pointToAnswer(
    message: AskingMessage,
    answer: Answer,
    inPublic: InPublic,
    held: string,
  ): Promise<void> {
    if (closed.has(message.channelId)) return
    await showTyping(message.channelId)
    await post(message, [renderInPublic(inPublic, held, answer.disclaimer)])
  }

  /** The line about help; where one stands already or none can, the card goes to the person. */
  async function pointToHelp(message: AskingMessage, answer: Answer, inPublic: InPublic, held: string): Promise<void> {
    const { id, channelId, userId } = message
    const toPerson = { userId, held, nonce: id }
    const standing = lines.join(channelId, id)
    if (standing !== undefined) {
      questions.holdToo(held, standing, recent.key(userId))
      return sendCard(toPerson)
    }
    if (closed.has(channelId)) return sendCard(toPerson)

    lines.begin(channelId, held, id)
    const fault = await post(message, [renderInPublic(inPublic, held, answer.disclaimer)], {
      isUrgent: true,
      withinMs: patience.publicLineWithinMs,
      isNeeded: (messageIds) => lines.isPosted(channelId, held, messageIds),
    })
    if (fault === undefined) return
    lines.failed(channelId, held)
    await sendCard(toPerson)
  }

  /** Posts an answer to a message; one that is deleted meanwhile takes it along, unless somebody else needs it. */
  async function post(
    { id, channelId, serverId }: AskingMessage,
    bodies: readonly MessageBody[],
    {
      isNeeded = () => false,
      ...options
    }: SendOptions & { readonly isNeeded?: (messageIds: readonly string[]) => boolean } = {},
  ): Promise<FaultKind | undefined> {
    if (posted.isDeleted(id)) {
      lines.leave(channelId, id)
      return undefined
    }
    const { messageIds, fault } = await postParts(api, bodies, { channelId, nonce: id, replyTo: id, ...options })
    const isNeededByOthers = isNeeded(messageIds)
    const isWanted = posted.note({ channelId, messageIds }, id)
    if (!isWanted && !isNeededByOthers) await Promise.all(messageIds.map((each) => api.deleteMessage(channelId, each)))
    if (fault === 'forbidden') {
      closed.set(channelId, true)
      log.warn('cannot-post', { platform: 'discord', reason: missing, server: serverId })
    }
    return fault
  }

  async function sayWait({ id, channelId, serverId, userId }: AskingMessage, locale?: string): Promise<void> {
    const direct = serverId === undefined ? { result: channelId } : await api.openDirect(userId)
    if (direct.result === undefined) return
    const words = bot.chatWords(locale)
    const note = renderNote(words.notes.busy, { words, controls: [{ type: 'help' }] })
    await postParts(api, [note], { channelId: direct.result, nonce: id })
  }
}

/** A button that finds no question shows help lines. */
const nothingHeld = 'none'

const missing =
  'the bot may not post in a channel: allow it View Channel, Send Messages (in Threads) and Read Message History there'
