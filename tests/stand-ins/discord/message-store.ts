import { type APIMessage, GatewayIntentBits } from 'discord.js'
import { botIsIn } from './bot-permissions.ts'
import { type Channel, channelPayload } from './channel.ts'
import { membership } from './person.ts'
import { RestError } from './rest-error.ts'
import type { StoredMessage, World } from './world.ts'

/** Keeps a new message and tells the bot, if it is in the place and the message is for all. */
export function addMessage(world: World, stored: StoredMessage): APIMessage {
  world.messages.set(stored.message.id, stored)
  tell(world, 'MESSAGE_CREATE', stored)
  world.changed()
  return stored.message
}

/** Puts an edited message in the place of the one it was. */
export function replaceMessage(world: World, message: APIMessage): APIMessage {
  const stored = { ...findMessage(world, message.id), message }
  world.messages.set(message.id, stored)
  tell(world, 'MESSAGE_UPDATE', stored)
  world.changed()
  return message
}

/** Takes messages of one channel away, as one of them or as many at once. */
export function removeMessages(world: World, ids: readonly string[]): void {
  const stored = ids.map((id) => findMessage(world, id))
  for (const id of ids) world.messages.delete(id)

  const [first] = stored
  const channel = world.channels.get(first?.message.channel_id ?? '')
  if (first === undefined || first.onlyFor !== undefined || channel === undefined || !botIsIn(world, channel)) return
  const where = { channel_id: channel.id, ...(channel.guild !== undefined && { guild_id: channel.guild }) }
  if (ids.length === 1) world.dispatch('MESSAGE_DELETE', { id: first.message.id, ...where }, hearing(channel))
  else world.dispatch('MESSAGE_DELETE_BULK', { ids, ...where }, hearing(channel))
  world.changed()
}

/** A message that exists, or Discord's refusal. */
export function findMessage(world: World, id: string): StoredMessage {
  const stored = world.messages.get(id)
  if (stored === undefined) throw new RestError('unknownMessage')
  return stored
}

function tell(world: World, event: string, { message, onlyFor }: StoredMessage): void {
  const channel = world.channels.get(message.channel_id)
  if (channel === undefined || onlyFor !== undefined || !botIsIn(world, channel)) return

  const inGuild = channel.guild !== undefined && {
    guild_id: channel.guild,
    ...(message.webhook_id === undefined && { member: membership }),
  }
  const data = { ...asBotSees(world, message, channel), ...inGuild, channel_type: channelPayload(world, channel).type }
  world.dispatch(event, data, hearing(channel))
}

/**
 * A message without what the bot may not read.
 *
 * An app without the MessageContent intent gets text only of its own messages, of direct messages with it, and of
 * messages that mention it (gateway.mdx, "Message Content Intent").
 */
function asBotSees(world: World, message: APIMessage, channel: Channel): APIMessage {
  const readable =
    channel.kind === 'dm' ||
    message.author.id === world.bot.id ||
    message.mentions.some(({ id }) => id === world.bot.id)
  const { referenced_message: referenced } = message

  return {
    ...message,
    ...(!readable && { content: '', embeds: [], components: [], attachments: [] }),
    ...(referenced && { referenced_message: asBotSees(world, referenced, channel) }),
  }
}

function hearing({ guild }: Channel): number {
  return guild === undefined ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages
}
