import type { Log } from '../../operations/log.ts'
import type { Metrics } from '../../operations/metrics.ts'
import type { Bot } from '../../responder/bot.ts'
import { createAnswerQuestion } from '../answer-question.ts'
import { createCooldown } from '../cooldown.ts'
import { createDeletionProof } from '../deletion-proof.ts'
import { createHeldQuestions } from '../held-questions.ts'
import { createPlacesByKey } from '../places-by-key.ts'
import { createPostedAnswers } from '../posted-answers.ts'
import { createPublicLines } from '../public-lines.ts'
import { createRecent } from '../recent.ts'
import { createSeen } from '../seen.ts'
import { createAnswerCommand } from './answer-command.ts'
import { createAnswerMessage } from './answer-message.ts'
import { createAsk } from './ask.ts'
import {
  type Asker,
  type Command,
  type Pressing,
  readCommander,
  readPresser,
  readShortcutUser,
  type Shortcut,
} from './asker.ts'
import { createFollowedThreads } from './followed-threads.ts'
import { createPress } from './press.ts'
import { type AskingMessage, isInDirectMessages, type LeanMessage, readMessage, withoutMarkup } from './read-message.ts'
import { createReply } from './reply.ts'
import { createShare } from './share.ts'
import { createShowHome } from './show-home.ts'
import { createTakeBack } from './take-back.ts'
import type { Workspace } from './workspace.ts'

export type EventsParts = {
  readonly bot: Bot
  /** Channels in which mentions are answered; empty means all. */
  readonly channels: readonly string[]
  readonly log: Log
  readonly metrics?: Metrics | undefined
}

/** Ids of ten minutes at a hundred messages a second, of which each has three: more than a workspace may send. */
const maxSeen = 180_000

/** What an event carries beside what happened. */
export type Delivered = { readonly eventId?: string; readonly clientMessageId?: string }

/** Builds what is done with each event, and the memory that they share. */
export function createEvents({ bot, channels, log, metrics }: EventsParts) {
  const seen = createSeen({ max: maxSeen })
  const recent = createRecent()
  const onFault = (error: unknown) => log.error('answer-failed', { platform: 'slack', error })
  const questions = createAnswerQuestion({
    bot,
    cooldown: createCooldown(),
    recent,
    held: createHeldQuestions(),
    onFault,
    onAnswer: ({ outcome, triage }, seconds) => metrics?.answered('slack', { outcome, triage: triage.level }, seconds),
    onHeldBack: () => metrics?.heldBack('slack'),
  })
  const threads = createFollowedThreads()
  const shared = { bot, questions, recent, posted: createPostedAnswers(), proof: createDeletionProof(), log }
  const reply = createReply(shared)
  const ask = createAsk({ ...shared, reply })
  const press = createPress({
    ...shared,
    findPlace: createPlacesByKey(bot),
    reply,
    ask,
    share: createShare({ ...shared, reply }),
    takeBack: createTakeBack({ ...shared, reply }),
  })
  const answerCommand = createAnswerCommand({ ...shared, reply, ask })
  const answerMessage = createAnswerMessage({ ...shared, threads, lines: createPublicLines() })
  const showHome = createShowHome(shared)

  return {
    /** A message that names the bot. */
    async onMention(event: LeanMessage, workspace: Workspace, delivered: Delivered): Promise<void> {
      const message = readMessage(event, workspace)
      if (message === undefined || !isAnswered(message) || !isFirst(message, delivered)) return
      await answerMessage({ ...message, isFollowUp: false })
    },

    /** Any other message that Slack delivers: of those in channels only what stands in a thread that the bot takes part in is read. */
    async onMessage(event: LeanMessage, workspace: Workspace, delivered: Delivered): Promise<void> {
      if (!isInDirectMessages(event) && !isInOwnThread(event, workspace)) return
      const message = readMessage(event, workspace)
      if (message === undefined || !(message.isDirect || (message.isFollowUp && isAnswered(message)))) return
      if (isFirst(message, delivered)) await answerMessage(message)
    },

    async onCommand(command: Command, workspace: Workspace, triggerId: string | undefined): Promise<void> {
      if (!isFirstTrigger(workspace, triggerId)) return
      const asker = readCommander(command, workspace)
      await orApology(asker, () => answerCommand(asker, command.text ?? ''))
    },

    /** The message belongs to somebody else: its writer never learns of the answer, and nobody is shown it. */
    async onShortcut(shortcut: Shortcut, workspace: Workspace, triggerId: string | undefined): Promise<void> {
      if (!isFirstTrigger(workspace, triggerId)) return
      const asker = readShortcutUser(shortcut, workspace)
      const { message, user } = shortcut
      const text = withoutMarkup(message.text ?? '')
      await orApology(asker, () =>
        text === ''
          ? reply.replyNote(asker, bot.chatWords().notes['no-text'])
          : ask(asker, { text, ofOther: message.user !== user.id }),
      )
    },

    async onPress(pressing: Pressing, workspace: Workspace): Promise<void> {
      if (!isFirstTrigger(workspace, pressing.trigger_id)) return
      const asker = readPresser(pressing, workspace)
      const [action] = pressing.actions ?? []
      if (asker === undefined || action === undefined) return
      await orApology(asker, () => press(pressing, action, asker))
    },

    async onTabOpened({ user, channel, tab }: TabOpened, workspace: Workspace, { eventId }: Delivered): Promise<void> {
      if (user === undefined || !isNew(workspace, eventId)) return
      if (tab === 'messages' && channel !== undefined) return showHome.messages(workspace, channel)
      if (tab === 'home') return showHome.home(workspace, user)
    },
  }

  function isAnswered({ channelId }: AskingMessage): boolean {
    return channels.length === 0 || channels.includes(channelId)
  }

  /** In a thread that it was asked in, or one under a message of its own. */
  function isInOwnThread({ channel, thread_ts: threadTs, parent_user_id }: LeanMessage, workspace: Workspace): boolean {
    if (channel === undefined || threadTs === undefined) return false
    const botUserId = workspace.botUserId()
    if (botUserId !== undefined && parent_user_id === botUserId) return true
    return threads.isFollowed({ workspace, channelId: channel, threadTs })
  }

  /** Slack delivers one message as several events, and an event several times, each with one of these ids the same. */
  function isFirst({ workspace, channelId, ts }: AskingMessage, { eventId, clientMessageId }: Delivered): boolean {
    const ids = [`${channelId} ${ts}`, eventId, clientMessageId]
    return ids.map((id) => isNew(workspace, id)).every(Boolean)
  }

  function isFirstTrigger(workspace: Workspace, triggerId: string | undefined): boolean {
    return isNew(workspace, triggerId)
  }

  /** What has no id cannot be told from a repetition, and is taken for none. */
  function isNew(workspace: Workspace, id: string | undefined): boolean {
    return id === undefined || seen.first(`${workspace.id} ${id}`)
  }

  async function orApology(asker: Asker, handle: () => Promise<void>): Promise<void> {
    try {
      await handle()
    } catch (error) {
      log.error('event-failed', { platform: 'slack', error })
      await reply.reply(asker, bot.apology(asker.language))
    }
  }
}

/** Somebody opened one of the app's own tabs, as Slack delivers it. */
export type TabOpened = { readonly user?: string; readonly channel?: string; readonly tab?: string }

export type Events = ReturnType<typeof createEvents>
