import { GatewayIntentBits, type LocaleString } from 'discord.js'
import { type Channel, newChannelPayload } from './channel.ts'
import { type Guild, guildPayload } from './guild.ts'
import type { Person } from './person.ts'
import type { World } from './world.ts'

export type GuildOptions = {
  readonly name?: string
  readonly locale?: LocaleString
  readonly botIsMember?: boolean
}

export type ChannelOptions = {
  readonly kind?: Channel['kind']
  readonly name?: string
  readonly guild?: Guild
  readonly parent?: Channel
  /** The people in it, where it belongs to no server; in a direct message with the bot that is one. */
  readonly recipients?: readonly Person[]
  readonly denied?: 'view' | 'send'
  readonly locked?: boolean
}

/** Founds a server, which has no channel yet; the bot hears of it if it is a member. */
export function addGuild(world: World, options: GuildOptions = {}): Guild {
  const { name = 'A server', locale = 'en-US', botIsMember = true } = options
  const guild = { id: world.newId(), name, locale, botIsMember }
  world.guilds.set(guild.id, guild)
  if (botIsMember) world.dispatch('GUILD_CREATE', guildPayload(world, guild), GatewayIntentBits.Guilds)
  return guild
}

/** Opens a channel or thread in a server, or one outside of servers; the bot hears of it if it is in the server. */
export function addChannel(world: World, options: ChannelOptions): Channel {
  const { parent, guild, kind = parent === undefined ? 'text' : 'thread', name = kind, recipients = [] } = options
  const guildId = guild?.id ?? parent?.guild
  if ((kind === 'text' || kind === 'thread') !== (guildId !== undefined))
    throw new Error(`A channel of kind "${kind}" ${guildId === undefined ? 'needs a' : 'cannot have a'} server`)

  const channel = {
    id: world.newId(),
    kind,
    name,
    recipients,
    locked: options.locked ?? false,
    ...(guildId !== undefined && { guild: guildId }),
    ...(parent !== undefined && { parent: parent.id }),
    ...(options.denied !== undefined && { denied: options.denied }),
  }
  world.channels.set(channel.id, channel)
  tell(world, channel, 'CREATE')
  return channel
}

/** Takes a channel away, with all that was said in it. */
export function removeChannel(world: World, channel: Channel): void {
  tell(world, channel, 'DELETE')
  world.channels.delete(channel.id)
  for (const [id, { message }] of world.messages) if (message.channel_id === channel.id) world.messages.delete(id)
}

/** The direct messages between the bot and a person, which are opened at the first time. */
export function openDirectMessages(world: World, person: Person): Channel {
  const open = [...world.channels.values()].find(
    ({ kind, recipients }) => kind === 'dm' && recipients.some(({ id }) => id === person.id),
  )
  return open ?? addChannel(world, { kind: 'dm', recipients: [person] })
}

function tell(world: World, channel: Channel, change: 'CREATE' | 'DELETE'): void {
  if (channel.guild === undefined || world.guilds.get(channel.guild)?.botIsMember !== true) return
  const what = channel.kind === 'thread' ? 'THREAD' : 'CHANNEL'
  world.dispatch(`${what}_${change}`, newChannelPayload(world, channel), GatewayIntentBits.Guilds)
}
