import type { ResponseAddress, Thread } from './slack-api.ts'
import type { Workspace } from './workspace.ts'

/** Who used a command, a shortcut or a button, and how they can be answered. */
export type Asker = {
  readonly workspace: Workspace
  readonly userId: string
  /** Absent on the Home tab and in views over it. */
  readonly channelId?: string
  /** Where the answer goes. */
  readonly target: Target
  /** Language of what was pressed, where it is known: Slack does not tell the person's. */
  readonly language?: string
}

export type Target =
  /** To the person alone, where they are: by the address, or without one as a private message. */
  | {
      readonly type: 'response'
      readonly address?: ResponseAddress
      readonly threadTs?: string
      readonly isDirect: boolean
    }
  /** Into a thread of the direct messages with the bot; to the person alone where these turn out to be somebody else's. */
  | { readonly type: 'thread'; readonly thread: Thread; readonly address?: ResponseAddress }
  /** In a view over the Home tab. */
  | { readonly type: 'new view'; readonly triggerId: string }
  | { readonly type: 'same view'; readonly viewId: string }

/** A command, as Slack delivers it. */
export type Command = {
  readonly user_id: string
  readonly channel_id: string
  readonly text?: string
  readonly response_url?: string
}

/** A message shortcut, as Slack delivers it. */
export type Shortcut = {
  readonly user: { readonly id: string }
  readonly channel?: { readonly id: string }
  readonly response_url?: string
  readonly message: {
    readonly text?: string
    readonly user?: string
    readonly ts?: string
    readonly thread_ts?: string
  }
}

/** A press of a button or a choice from a list, as Slack delivers it. */
export type Pressing = {
  readonly user: { readonly id: string }
  readonly channel?: { readonly id: string }
  readonly trigger_id?: string
  readonly response_url?: string
  readonly container?: {
    readonly type?: string
    readonly message_ts?: string
    readonly thread_ts?: string
    readonly is_ephemeral?: boolean
  }
  readonly message?: { readonly ts?: string; readonly thread_ts?: string; readonly parent_user_id?: string }
  readonly view?: { readonly id: string; readonly type?: string }
  readonly actions?: readonly PressedAction[]
}

export type PressedAction = {
  readonly type?: string
  readonly action_id?: string
  readonly block_id?: string
  readonly value?: string
  readonly selected_option?: { readonly value?: string } | null
}

/** Reads who used a command. */
export function readCommander({ user_id, channel_id, response_url }: Command, workspace: Workspace): Asker {
  return { workspace, userId: user_id, channelId: channel_id, target: responseTo(channel_id, response_url) }
}

/** Reads who used a shortcut. */
export function readShortcutUser({ user, channel, response_url, message }: Shortcut, workspace: Workspace): Asker {
  const target = responseTo(channel?.id, response_url, threadOf(message))
  return { workspace, userId: user.id, ...(channel === undefined ? {} : { channelId: channel.id }), target }
}

/** Reads who pressed; undefined where nothing says how to answer. */
export function readPresser(pressing: Pressing, workspace: Workspace): Asker | undefined {
  const { user, view, trigger_id: triggerId } = pressing
  const language = languageOf(pressing.actions?.[0]?.block_id)
  const target = targetOf(pressing)
  if (target !== undefined) {
    const { channel } = pressing
    return {
      workspace,
      userId: user.id,
      ...(channel === undefined ? {} : { channelId: channel.id }),
      target,
      ...language,
    }
  }
  if (view === undefined || triggerId === undefined) return undefined
  const shown: Target = view.type === 'modal' ? { type: 'same view', viewId: view.id } : { type: 'new view', triggerId }
  return { workspace, userId: user.id, target: shown, ...language }
}

function targetOf({ channel, container = {}, message, response_url: url }: Pressing): Target | undefined {
  if (channel === undefined) return undefined
  const threadTs = container.thread_ts ?? message?.thread_ts
  const ts = container.message_ts ?? message?.ts
  const response = responseTo(channel.id, url, threadOf({ ts, thread_ts: threadTs }))
  if (!response.isDirect || container.is_ephemeral === true) return response
  const inThread = threadTs ?? ts
  if (inThread === undefined) return response
  const { address } = response
  return { type: 'thread', thread: { channelId: channel.id, threadTs: inThread }, ...(address && { address }) }
}

/** The thread that a message was read in: one that begins a thread stands in the channel, though it names itself. */
function threadOf({
  ts,
  thread_ts,
}: {
  readonly ts?: string | undefined
  readonly thread_ts?: string | undefined
}): string | undefined {
  return thread_ts === ts ? undefined : thread_ts
}

function responseTo(channelId: string | undefined, url: string | undefined, threadTs?: string) {
  const thread = threadTs === undefined ? {} : { threadTs }
  const isDirect = channelId?.startsWith('D') ?? false
  return {
    type: 'response',
    ...(url === undefined ? {} : { address: { url, ...thread } }),
    ...thread,
    isDirect,
  } as const
}

/** Choices carry the language of their answer in front of the id of their block. */
function languageOf(blockId: string | undefined): { readonly language?: string } {
  const [, language] = /^([a-z]{2,3})(?:-[A-Za-z]+)?:/.exec(blockId ?? '') ?? []
  return language === undefined ? {} : { language }
}
