import type { Log } from '../../operations/log.ts'
import type { Answer, InPublic } from '../../responder/answer.ts'
import type { Bot } from '../../responder/bot.ts'
import type { AnswerQuestion, Shown } from '../answer-question.ts'
import type { DeletionProof } from '../deletion-proof.ts'
import type { PostedAnswers } from '../posted-answers.ts'
import type { PublicLines } from '../public-lines.ts'
import type { Recent } from '../recent.ts'
import { createShortMemory } from '../short-memory.ts'
import { type FollowedThreads, keyOf } from './followed-threads.ts'
import { patience } from './patience.ts'
import { postParts } from './post-parts.ts'
import type { FaultKind } from './read-fault.ts'
import type { AskingMessage } from './read-message.ts'
import { type MessageBody, render, renderInPublic, renderNote } from './render.ts'
import type { SendOptions, Thread } from './slack-api.ts'

export type AnswerMessageParts = {
  readonly bot: Bot
  readonly questions: AnswerQuestion
  readonly recent: Recent
  readonly posted: PostedAnswers
  readonly lines: PublicLines
  readonly threads: FollowedThreads
  readonly proof: DeletionProof
  readonly log: Log
}

/** Builds what is done with a message that asks the bot: it answers in the message's thread, an answer for one person alone aside. */
export function createAnswerMessage(parts: AnswerMessageParts) {
  const { bot, questions, recent, posted, lines, threads, proof, log } = parts
  /** Channels in which the bot was not allowed to post a short while ago. */
  const closed = createShortMemory<true>({ max: patience.maxRemembered, ttlMs: patience.closedChannelMs })
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
    const { workspace, channelId, userId, text, isDirect, isFollowUp } = message
    if (text === '' && isFollowUp) return
    const isForOthers = isAmongOthers(message)

    const answered = await questions.answerQuestion({
      ...(text === '' ? { instead: () => bot.page('help') } : {}),
      question: { text, unquoted: true },
      person: recent.key(workspace.id, userId),
      place: `${workspace.id} ${channelId}`,
      ...(isDirect ? {} : { server: workspace.id, isPublic: true }),
      ...(isForOthers ? { isWorthSaying: isAnAnswer } : {}),
    })
    switch (answered.type) {
      case 'wait':
        return
      case 'say-wait':
        return isForOthers ? undefined : sayWait(message)
      case 'answer':
        return show(message, answered)
    }
  }

  /** A follow-up by somebody who has not asked, or to somebody else: the bot speaks up only if it has something to say. */
  function isAmongOthers(message: AskingMessage): boolean {
    const { workspace, userId, isFollowUp, isInOthersThread, namesOthers } = message
    if (!isFollowUp || namesOthers) return isFollowUp
    return isInOthersThread && !threads.hasAsked(message, recent.key(workspace.id, userId))
  }

  function show(message: AskingMessage, shown: Shown): Promise<void> {
    if (message.isDirect) return answerDirectly(message, shown)
    threads.follow(message, recent.key(message.workspace.id, message.userId))
    const { answer, held = nothingHeld } = shown
    if (answer.inPublic === undefined) return answerPublicly(message, answer)
    return answer.outcome === 'urgent'
      ? pointToHelp(message, answer, answer.inPublic, held)
      : pointToAnswer(message, answer, answer.inPublic, held)
  }

  async function answerDirectly(message: AskingMessage, { answer, held }: Shown): Promise<void> {
    const isUrgent = answer.outcome === 'urgent'
    const bodies = draw(message, answer, held, true)
    const fault = await post(message, bodies, { isUrgent })
    if (fault !== undefined && isUrgent) notDelivered(fault)
  }

  async function answerPublicly(message: AskingMessage, answer: Answer): Promise<void> {
    if (closed.has(placeOf(message))) return
    await post(message, draw(message, answer, undefined, true))
  }

  /** The neutral line of an answer that is not urgent; the thread being active by it, the answer comes into it for the person alone. */
  async function pointToAnswer(
    message: AskingMessage,
    answer: Answer,
    inPublic: InPublic,
    held: string,
  ): Promise<void> {
    if (closed.has(placeOf(message))) return
    const fault = await post(message, [renderInPublic(inPublic, held, answer)])
    if (fault === undefined) await showPrivately(message, answer, held)
  }

  /** The line about help, unless one stands in the thread already; then the card, which Slack does not promise to deliver. */
  async function pointToHelp(message: AskingMessage, answer: Answer, inPublic: InPublic, held: string): Promise<void> {
    const { workspace, userId, ts } = message
    const thread = keyOf(message)
    // One that is under way may fail.
    await pending.get(thread)
    const standing = lines.join(thread, ts)
    if (standing !== undefined) {
      questions.holdToo(held, standing, recent.key(workspace.id, userId))
      const missed = await showPrivately(message, answer, held)
      if (missed !== undefined) notDelivered(missed)
      return
    }

    lines.begin(thread, held, ts)
    const posting = post(message, [renderInPublic(inPublic, held, answer)], {
      isUrgent: true,
      goesFirst: true,
      withinMs: patience.publicLineWithinMs,
    })
    pending.set(thread, posting)
    const fault = await posting
    pending.delete(thread)
    if (fault !== undefined) lines.failed(thread, held)
    const privateFault = await showPrivately(message, answer, held, fault === undefined)
    if (fault !== undefined && privateFault !== undefined) notDelivered(privateFault)
  }

  async function showPrivately(
    message: AskingMessage,
    answer: Answer,
    held: string,
    isThreadActive = true,
  ): Promise<FaultKind | undefined> {
    const { workspace, userId } = message
    const to = { ...(isThreadActive ? threadOf(message) : seenBy(message)), userId }
    const isUrgent = answer.outcome === 'urgent'
    for (const body of draw(message, answer, held, false)) {
      const { fault } = await workspace.api.postPrivately(to, body, { isUrgent })
      if (fault !== undefined) return fault
    }
    return undefined
  }

  function draw(
    { workspace, userId }: AskingMessage,
    answer: Answer,
    held: string | undefined,
    isDeletable: boolean,
  ): readonly MessageBody[] {
    return render(answer, {
      words: bot.chatWords(answer.language),
      ...(held === undefined ? {} : { held }),
      // Nobody can delete a bot's message otherwise, and not everybody is alone with their screen.
      ...(isDeletable ? { controls: [{ type: 'delete', proof: proof.prove(recent.key(workspace.id, userId)) }] } : {}),
    })
  }

  async function post(
    message: AskingMessage,
    bodies: readonly MessageBody[],
    options?: SendOptions,
  ): Promise<FaultKind | undefined> {
    const { workspace, channelId } = message
    const { messageIds, fault } = await postParts(workspace.api, bodies, threadOf(message), options)
    posted.note({ channelId, messageIds })
    if (fault === 'forbidden' || fault === 'not-a-member') {
      const isKnown = closed.has(placeOf(message))
      closed.set(placeOf(message), true)
      if (!isKnown)
        log.warn('cannot-post', { platform: 'slack', reason: 'the bot may not post in a channel where it was asked' })
    }
    return fault
  }

  async function sayWait(message: AskingMessage): Promise<void> {
    const { workspace, isDirect, userId } = message
    const words = bot.chatWords()
    const note = renderNote(words.notes.busy, { words, controls: [{ type: 'help' }] })
    if (isDirect) await workspace.api.post(threadOf(message), note)
    else await workspace.api.postPrivately({ ...seenBy(message), userId }, note)
  }

  function notDelivered(reason: FaultKind): void {
    log.error('urgent-not-delivered', { platform: 'slack', reason })
  }
}

/** Whether the documents cover what people say who did not ask the bot. */
function isAnAnswer({ outcome }: Answer): boolean {
  return outcome === 'answered'
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

/** A button that finds no question shows help lines. */
const nothingHeld = 'none'
