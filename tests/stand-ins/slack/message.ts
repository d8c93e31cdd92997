import type { types } from '@slack/bolt'

/** A message that everybody in its channel sees, as Slack keeps it. */
export type Message = {
  readonly type: 'message'
  readonly channel: string
  readonly ts: string
  readonly thread_ts?: string
  /** Absent only where a bot of somebody else wrote it. */
  readonly user?: string
  /** Present where a bot wrote it. */
  readonly bot_id?: string
  readonly app_id?: string
  readonly team: string
  readonly text: string
  readonly blocks: readonly types.KnownBlock[]
  readonly subtype?: 'bot_message' | 'thread_broadcast' | 'file_share'
  /** Present where a person wrote it with a client of Slack's own. */
  readonly client_msg_id?: string
  readonly edited?: { readonly user: string; readonly ts: string }
  readonly files?: readonly { readonly id: string; readonly name: string }[]
}

/** A message that one person alone sees. */
export type Ephemeral = Message & {
  /** Who sees it. */
  readonly onlyFor: string
}

/** What a person sees of a published home tab or an open modal. */
export type View = {
  readonly id: string
  readonly type: 'home' | 'modal'
  readonly hash: string
  /** Who sees it. */
  readonly user: string
  readonly title?: types.PlainTextElement
  readonly callback_id: string
  readonly private_metadata: string
  readonly external_id: string
  readonly blocks: readonly types.KnownBlock[]
}

/** Up to four questions that a person sees over the empty Messages tab. */
export type SuggestedPrompts = {
  readonly channel: string
  readonly title?: string
  readonly prompts: readonly { readonly title: string; readonly message: string }[]
}
