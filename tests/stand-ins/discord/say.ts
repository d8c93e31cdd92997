import { type APIMessage, MessageType } from 'discord.js'
import type { Channel } from './channel.ts'
import { mentionsIn } from './mentions.ts'
import { addMessage, findMessage } from './message-store.ts'
import type { Person } from './person.ts'
import type { World } from './world.ts'

/** What a person, another bot or a webhook writes. */
export type Saying = {
  readonly channel: Channel
  readonly author: Person
  readonly content: string
  /** People who are mentioned beside those in the text. */
  readonly mentions?: readonly Person[]
  readonly replyTo?: { readonly id: string }
  /** Whether a reply notifies the author of the message; as in Discord's own client it does. */
  readonly ping?: boolean
  readonly type?: MessageType
  readonly webhookId?: string
}

/** Writes a message into a channel. */
export function say(world: World, saying: Saying): APIMessage {
  const { channel, author, content, mentions = [], replyTo, ping = true, type, webhookId } = saying
  const repliedTo = replyTo && findMessage(world, replyTo.id)
  if (repliedTo?.onlyFor !== undefined) throw new Error('Cannot reply to a message that only one person sees')

  const text = [content, ...mentions.map(({ id }) => `<@${id}>`)].join(' ')
  const message = {
    id: world.newId(),
    channel_id: channel.id,
    author: webhookId === undefined ? author.user : { ...author.user, id: webhookId, discriminator: '0000', bot: true },
    content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: 0,
    type: type ?? (repliedTo ? MessageType.Reply : MessageType.Default),
    ...mentionsIn(
      world,
      text,
      { parse: ['users', 'roles', 'everyone'], replied_user: ping },
      repliedTo?.message.author,
    ),
    ...(webhookId !== undefined && { webhook_id: webhookId }),
    ...(repliedTo && {
      message_reference: { type: 0, channel_id: channel.id, message_id: repliedTo.message.id },
      referenced_message: repliedTo.message,
    }),
  }
  return addMessage(world, { message })
}
