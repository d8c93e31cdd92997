import type { Answer, InPublic } from '../../responder/answer.ts'
import type { AnswerQuestion, Shown } from '../answer-question.ts'
import type { PublicLines } from '../public-lines.ts'
import { type FollowedThreads, keyOf } from './followed-threads.ts'
import { patience } from './patience.ts'
import { createPostAnswer, type PostAnswerParts } from './post-answer.ts'
import type { FaultKind } from './read-fault.ts'
import type { AskingMessage } from './read-message.ts'

export type AnswerMessageParts = PostAnswerParts & {
  readonly questions: AnswerQuestion
  readonly lines: PublicLines
  readonly threads: FollowedThreads
}

/** Builds what is done with a message that asks the bot: it answers in the message's thread, an answer for one person alone aside. */
export function createAnswerMessage(parts: AnswerMessageParts) {
  const { bot, questions, recent, lines, threads, log } = parts
  const post = createPostAnswer(parts)
  /** Lines about help that are under way, by thread. */
  const pending = new Map<string, Promise<unknown>>()

  return async (message: AskingMessage): Promise<void> => {
    try {
      await answerMessage(message)
    } catch (error) {
      log.error('event-failed', { platform: 'slack', error })
      if (!isAmongOthers(message)) await show(message, { type: 'answer', answer: bot.apology() })
    }
  }

  async function answerMessage(message: AskingMessage): Promise<void> {
    const { workspace, channelId, text, isDirect, isFollowUp } = message
    if (text === '' && isFollowUp) return
    const isForOthers = isAmongOthers(message)

    const answered = await questions.answerQuestion({
      ...(text === '' ? { instead: () => bot.page('help') } : {}),
      question: { text, unquoted: true },
      person: personOf(message),
      place: `${workspace.id} ${channelId}`,
      ...(isDirect ? {} : { server: workspace.id, isPublic: true }),
      ...(isForOthers ? { isWorthSaying: isAnAnswer } : {}),
    })
    switch (answered.type) {
      case 'wait':
        return
      case 'say-wait':
        return isForOthers ? undefined : post.wait(message)
      case 'answer':
        return show(message, answered)
    }
  }

  /** A follow-up by somebody who has not asked, or to somebody else: the bot speaks up only if it has something to say. */
  function isAmongOthers(message: AskingMessage): boolean {
    const { isFollowUp, isInOthersThread, namesOthers } = message
    if (!isFollowUp || namesOthers) return isFollowUp
    return isInOthersThread && !threads.hasAsked(message, personOf(message))
  }

  async function show(message: AskingMessage, { answer, held = nothingHeld }: Shown): Promise<void> {
    const isUrgent = answer.outcome === 'urgent'
    if (message.isDirect) {
      const fault = await post.answer(message, answer, { isUrgent, held: held === nothingHeld ? undefined : held })
      if (fault !== undefined && isUrgent) notDelivered(fault)
      return
    }
    threads.follow(message, personOf(message))
    const { inPublic } = answer
    if (inPublic !== undefined && isUrgent) return pointToHelp(message, answer, inPublic, held)
    if (post.isClosed(message)) return
    const fault = await (inPublic === undefined
      ? post.answer(message, answer)
      : post.line(message, answer, inPublic, held))
    // The line has made the thread active, so that what stands in it for one person is shown.
    if (inPublic !== undefined && fault === undefined) await post.privately(message, answer, held)
  }

  /** The line about help, unless one stands in the thread already; then the card, which Slack does not promise to deliver. */
  async function pointToHelp(message: AskingMessage, answer: Answer, inPublic: InPublic, held: string): Promise<void> {
    const thread = keyOf(message)
    // One that is under way may fail.
    await pending.get(thread)
    const standing = lines.join(thread, message.ts)
    if (standing !== undefined) {
      questions.holdToo(held, standing, personOf(message))
      const missed = await post.privately(message, answer, held)
      if (missed !== undefined) notDelivered(missed)
      return
    }

    lines.begin(thread, held, message.ts)
    const options = { isUrgent: true, goesFirst: true, withinMs: patience.publicLineWithinMs }
    const posting = post.line(message, answer, inPublic, held, options)
    pending.set(thread, posting)
    const fault = await posting
    pending.delete(thread)
    if (fault !== undefined) lines.failed(thread, held)
    const missed = await post.privately(message, answer, held, fault === undefined)
    if (fault !== undefined && missed !== undefined) notDelivered(missed)
  }

  function personOf({ workspace, userId }: AskingMessage): string {
    return recent.key(workspace.id, userId)
  }

  function notDelivered(reason: FaultKind): void {
    log.error('urgent-not-delivered', { platform: 'slack', reason })
  }
}

/** Whether the documents cover what people say who did not ask the bot. */
function isAnAnswer({ outcome }: Answer): boolean {
  return outcome === 'answered'
}

/** A button that finds no question shows help lines. */
const nothingHeld = 'none'
