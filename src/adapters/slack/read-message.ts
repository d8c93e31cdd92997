import type { Workspace } from './workspace.ts'

/** A message that may ask the bot something. */
export type AskingMessage = {
  readonly workspace: Workspace
  readonly channelId: string
  readonly userId: string
  /** Its id in its channel. */
  readonly ts: string
  /** The message in whose thread the answer goes: its own, unless it stands in one. */
  readonly threadTs: string
  /** What was written, without mentions. */
  readonly text: string
  readonly isDirect: boolean
  /** Written in a thread that the bot takes part in, without naming it. */
  readonly isFollowUp: boolean
  /** Somebody else began the thread, which was not under a message of the bot's. */
  readonly isInOthersThread: boolean
  /** Names somebody who is not the bot. */
  readonly namesOthers: boolean
}

/** A message as events have it, or a part of one. */
export type LeanMessage = {
  readonly channel?: string
  readonly channel_type?: string
  readonly user?: string
  readonly text?: string
  readonly ts?: string
  readonly thread_ts?: string
  readonly parent_user_id?: string
  readonly subtype?: string
  readonly bot_id?: string
  readonly edited?: object
}

/** Reads what a person has just written; undefined for what bots write, Slack itself writes, and changes of earlier messages. */
export function readMessage(event: LeanMessage, workspace: Workspace): AskingMessage | undefined {
  const { channel: channelId, user: userId, ts, thread_ts, subtype, text } = event
  if (channelId === undefined || userId === undefined || ts === undefined) return undefined
  if (subtype !== undefined && !personal.has(subtype)) return undefined
  if (event.edited !== undefined || event.bot_id !== undefined) return undefined
  const botUserId = workspace.botUserId()
  if (userId === botUserId || userId === slackItself) return undefined

  const named = [...(text ?? '').matchAll(mention)].map(([, id]) => id)
  const isDirect = isInDirectMessages(event)
  const namesBot = botUserId === undefined ? named.length > 0 : named.includes(botUserId)
  const { parent_user_id: parent } = event
  return {
    workspace,
    channelId,
    userId,
    ts,
    threadTs: thread_ts ?? ts,
    text: withoutMarkup(text ?? ''),
    isDirect,
    isFollowUp: !isDirect && thread_ts !== undefined && !namesBot,
    isInOthersThread: parent !== undefined && parent !== userId && parent !== botUserId,
    namesOthers: named.some((id) => id !== botUserId),
  }
}

/** Whether a message was written to the bot alone: it is told of no direct messages but its own. */
export function isInDirectMessages({ channel, channel_type: type }: LeanMessage): boolean {
  return type === undefined ? channel?.startsWith('D') === true : type === 'im'
}

/** What Slack calls messages of people that are more than text: with a file, and "/me". */
const personal: ReadonlySet<string> = new Set(['file_share', 'me_message'])

const slackItself = 'USLACKBOT'

const mention = /<@([^<>|]+)(?:\|[^<>]*)?>/g

/**
 * The words of a message: without mentions of people, channels and groups and without dates, links as they are read, and the
 * three characters that Slack escapes as they were typed; docs.slack.dev/messaging/formatting-message-text, checked 2026-11-23.
 */
export function withoutMarkup(text: string): string {
  return (
    text
      .replace(/<([^<>]*)>/g, (_, token: string) => (/^[@#!]/.test(token) ? ' ' : wordsOf(token)))
      // Whatever was typed is escaped, so these are left over from something that is no token.
      .replace(/[<>]/g, ' ')
      .replace(/&(lt|gt|amp);/g, (_, name: 'lt' | 'gt' | 'amp') => escaped[name])
      .trim()
  )
}

/** A link as it is read: its label, or its address. */
function wordsOf(link: string): string {
  const [address = '', label = ''] = link.split('|', 2)
  return (label === '' ? address.replace(/^(?:mailto|tel):/, '') : label).replace(/^[@#!]/, ' ')
}

const escaped = { lt: '<', gt: '>', amp: '&' } as const
