import type { Log } from '../../operations/log.ts'
import type { Answer, InPublic } from '../../responder/answer.ts'
import type { Bot } from '../../responder/bot.ts'
import type { DeletionProof } from '../deletion-proof.ts'
import type { PostedAnswers } from '../posted-answers.ts'
import type { Recent } from '../recent.ts'
import { createShortMemory } from '../short-memory.ts'
import { patience } from './patience.ts'
import { postParts } from './post-parts.ts'
import type { FaultKind } from './read-fault.ts'
import type { AskingMessage } from './read-message.ts'
import { type MessageBody, render, renderInPublic, renderNote } from './render.ts'
import type { SendOptions, Thread } from './slack-api.ts'

export type PostAnswerParts = {
  readonly bot: Bot
  readonly recent: Recent
  readonly posted: PostedAnswers
  readonly proof: DeletionProof
  readonly log: Log
}

/** Builds the ways in which a message is answered; each gives why it was not possible, if so. */
export function createPostAnswer({ bot, recent, posted, proof, log }: PostAnswerParts) {
  /** Channels in which the bot was not allowed to post a short while ago. */
  const closed = createShortMemory<true>({ max: patience.maxRemembered, ttlMs: patience.closedChannelMs })

  return {
    isClosed: (message: AskingMessage) => closed.has(placeOf(message)),

    /** In the message's thread, with a button to delete it: nobody can delete a bot's message otherwise. */
    answer(message: AskingMessage, answer: Answer, options: SendOptions & { readonly held?: string | undefined } = {}) {
      const { held, ...sending } = options
      const person = recent.key(message.workspace.id, message.userId)
      const bodies = render(answer, {
        words: bot.chatWords(answer.language),
        controls: [{ type: 'delete', proof: proof.prove(person) }],
        ...(held === undefined ? {} : { held }),
      })
      return post(message, bodies, sending)
    },

    /** What stands in public in an answer's stead. */
    line(message: AskingMessage, answer: Answer, inPublic: InPublic, held: string, options?: SendOptions) {
      return post(message, [renderInPublic(inPublic, held, answer)], options)
    },

    /** For the message's writer alone, in its thread if that is active. */
    async privately(
      message: AskingMessage,
      answer: Answer,
      held: string,
      isThreadActive = true,
    ): Promise<FaultKind | undefined> {
      const to = { ...(isThreadActive ? threadOf(message) : seenBy(message)), userId: message.userId }
      const isUrgent = answer.outcome === 'urgent'
      for (const body of render(answer, { words: bot.chatWords(answer.language), held })) {
        const { fault } = await message.workspace.api.postPrivately(to, body, { isUrgent })
        if (fault !== undefined) return fault
      }
      return undefined
    },

    /** Says to its writer that questions come too fast. */
    async wait(message: AskingMessage): Promise<void> {
      const { workspace, isDirect, userId } = message
      const words = bot.chatWords()
      const note = renderNote(words.notes.busy, { words, controls: [{ type: 'help' }] })
      if (isDirect) await workspace.api.post(threadOf(message), note)
      else await workspace.api.postPrivately({ ...seenBy(message), userId }, note)
    },
  }

  async function post(
    message: AskingMessage,
    bodies: readonly MessageBody[],
    options?: SendOptions,
  ): Promise<FaultKind | undefined> {
    const { workspace, channelId } = message
    const { messageIds, fault } = await postParts(workspace.api, bodies, threadOf(message), options)
    posted.note({ channelId, messageIds })
    if (fault === 'forbidden' || fault === 'not-a-member') close(message)
    return fault
  }

  function close(message: AskingMessage): void {
    const place = placeOf(message)
    if (!closed.has(place)) log.warn('cannot-post', { platform: 'slack', reason: mayNotPost })
    closed.set(place, true)
  }
}

function threadOf({ channelId, threadTs }: AskingMessage): Thread {
  return { channelId, threadTs }
}

/** Where its writer sees what nobody else does: not in a thread that nobody has answered in, as Slack shows it nowhere then. */
function seenBy({ channelId, threadTs, ts }: AskingMessage): Thread {
  return threadTs === ts ? { channelId } : { channelId, threadTs }
}

function placeOf({ workspace, channelId }: AskingMessage): string {
  return `${workspace.id} ${channelId}`
}

const mayNotPost = 'the bot may not post in a channel where it was asked'
