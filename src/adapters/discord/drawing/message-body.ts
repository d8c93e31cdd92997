import { type APIMessageTopLevelComponent, MessageFlags } from 'discord.js'

/** A message as Discord's create-message and interaction-callback bodies have it. */
export type MessageBody = {
  readonly content?: string
  readonly components: readonly APIMessageTopLevelComponent[]
  /** Without previews of links, with or without Components V2; never ephemeral: that is added where it is sent. */
  readonly flags: number
  readonly allowed_mentions: { readonly parse: readonly []; readonly replied_user: false }
}

/** Makes a message of text with action rows below it. */
export function textMessage(content: string, components: MessageBody['components'] = []): MessageBody {
  return { content, components, flags: MessageFlags.SuppressEmbeds, ...pingsNobody }
}

/** Makes a message of Components V2, which carry its text. */
export function layoutMessage(components: MessageBody['components']): MessageBody {
  return { components, flags: MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2, ...pingsNobody }
}

const pingsNobody = { allowed_mentions: { parse: [], replied_user: false } } as const
