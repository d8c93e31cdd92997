import { type APIMessage, type APIMessageTopLevelComponent, MessageFlags, MessageType } from 'discord.js'
import type { Channel } from './channel.ts'
import { flatComponents, numberComponents } from './component-tree.ts'
import { mentionsIn } from './mentions.ts'
import type { MessageBody } from './message-body.ts'
import { isV2 } from './message-flags.ts'
import { RestError } from './rest-error.ts'
import type { World } from './world.ts'

/** Fields that depend on the way in which a message came to be. */
export type Origin = Partial<
  Pick<
    APIMessage,
    | 'type'
    | 'flags'
    | 'webhook_id'
    | 'application_id'
    | 'interaction_metadata'
    | 'message_reference'
    | 'referenced_message'
  >
>

/** Makes the message that a request of the bot asks for. */
export function createBotMessage(world: World, channel: Channel, body: MessageBody, origin: Origin = {}): APIMessage {
  return {
    id: world.newId(),
    channel_id: channel.id,
    author: world.bot,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: body.tts ?? false,
    attachments: [],
    pinned: false,
    type: MessageType.Default,
    ...written(world, body, origin.referenced_message ?? undefined),
    flags: (body.flags ?? 0) & settable,
    ...origin,
  }
}

/** A message of the bot after an edit, in which what is left out stays as it was. */
export function editBotMessage(world: World, message: APIMessage, edit: MessageBody): APIMessage {
  const flags = ((message.flags ?? 0) & ~MessageFlags.Loading) | ((edit.flags ?? 0) & settable)
  const body = {
    content: message.content,
    embeds: message.embeds,
    components: message.components ?? [],
    ...edit,
    flags,
  }
  if (isV2(flags) && (body.content || body.embeds?.length))
    throw new RestError('invalidForm', ['a message with Components V2 cannot have content or embeds after an edit'])

  return {
    ...message,
    ...written(world, body, message.referenced_message ?? undefined),
    flags,
    edited_timestamp: new Date().toISOString(),
  }
}

function written(world: World, body: MessageBody, repliedTo?: APIMessage) {
  const components = numberComponents(body.components ?? [])
  const texts = flatComponents(components).map(({ content }) => content ?? '')

  return {
    content: body.content ?? '',
    embeds: [...(body.embeds ?? [])],
    components: components as unknown as APIMessageTopLevelComponent[],
    ...mentionsIn(
      world,
      [body.content ?? '', ...texts].join('\n'),
      body.allowed_mentions ?? undefined,
      repliedTo?.author,
    ),
  }
}

/** Flags that a sender may set (message.mdx, "Message Flags"; receiving-and-responding, "Messages"). */
const settable =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2
