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
  /** To the person alone, where they are. */
  | { readonly type: 'response'; readonly address: ResponseAddress; readonly isDirect: boolean }
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
  readonly response_url: string
}

/** A message shortcut, as Slack delivers it. */
export type Shortcut = {
  readonly user: { readonly id: string }
  readonly channel?: { readonly id: string }
  readonly response_url: string
  readonly message: { readonly text?: string | null; readonly user?: string; readonly thread_ts?: string }
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
  return respondTo(workspace, user_id, channel_id, { url: response_url })
}

/** Reads who used a shortcut. */
export function readShortcutUser({ user, channel, response_url, message }: Shortcut, workspace: Workspace): Asker {
  const { thread_ts: threadTs } = message
  return respondTo(workspace, user.id, channel?.id, {
    url: response_url,
    ...(threadTs === undefined ? {} : { threadTs }),
  })
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
  const thread = threadTs === undefined ? {} : { threadTs }
  const address = url === undefined ? undefined : { url, ...thread }
  const isDirect = channel.id.startsWith('D')
  if (isDirect && container.is_ephemeral !== true) {
    const to = { channelId: channel.id, threadTs: threadTs ?? container.message_ts ?? message?.ts }
    const { threadTs: inThread } = to
    if (inThread !== undefined) {
      return { type: 'thread', thread: { channelId: to.channelId, threadTs: inThread }, ...(address && { address }) }
    }
  }
  return address && { type: 'response', address, isDirect }
}

function respondTo(
  workspace: Workspace,
  userId: string,
  channelId: string | undefined,
  address: ResponseAddress,
): Asker {
  const isDirect = channelId?.startsWith('D') ?? false
  const place = channelId === undefined ? {} : { channelId }
  return { workspace, userId, ...place, target: { type: 'response', address, isDirect } }
}

/** Choices carry the language of their answer in front of the id of their block. */
function languageOf(blockId: string | undefined): { readonly language?: string } {
  const [, language] = /^([a-z]{2,3})(?:-[A-Za-z]+)?:/.exec(blockId ?? '') ?? []
  return language === undefined ? {} : { language }
}
