/** A place for messages. */
export type Channel = {
  readonly id: string
  readonly name: string
  /** `group` is a private channel, `im` are direct messages of two. */
  readonly kind: 'channel' | 'group' | 'im'
  /** Ids of the people in it; absent, everybody is in it. The bot is never among them. */
  readonly members: readonly string[] | undefined
  /** Whether the bot is in it; tests may invite it and throw it out. */
  hasBot: boolean
}

/** What a test may want of a new channel. */
export type ChannelOptions = {
  readonly name?: string
  readonly private?: boolean
  /** Left out, the bot is in it. */
  readonly hasBot?: boolean
  /** Left out, everybody is in it. */
  readonly members?: readonly { readonly id: string }[]
}
