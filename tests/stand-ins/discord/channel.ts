import { ChannelType } from 'discord.js'
import { botPermissions, botPermissionsIn } from './bot-permissions.ts'
import type { Person } from './person.ts'
import type { World } from './world.ts'

/** A place where people write. */
export type Channel = {
  readonly id: string
  /** `dm` is with the bot; in `private` and `group` people are among themselves, and the bot is no member. */
  readonly kind: 'text' | 'thread' | 'dm' | 'private' | 'group'
  readonly name: string
  /** Id of the server, of `text` and `thread`. */
  readonly guild?: string
  /** Id of the channel a thread hangs on. */
  readonly parent?: string
  /** The people of `dm`, `private` and `group`, the bot aside. */
  readonly recipients: readonly Person[]
  /** What the bot is not allowed to do here. */
  readonly denied?: 'view' | 'send'
  /** A thread in which nobody may write until a moderator opens it. */
  readonly locked: boolean
}

/** A channel as Discord tells of it. */
export type ChannelPayload = { readonly id: string; readonly type: ChannelType; readonly [field: string]: unknown }

/** A channel as the bot hears of it when it comes into being. */
export function newChannelPayload(world: World, channel: Channel): object {
  const payload = channelPayload(world, channel)
  return channel.kind === 'text' ? { ...payload, permission_overwrites: overwrites(world, channel) } : payload
}

/** A channel as interactions and answers to requests show it. */
export function channelPayload(world: World, channel: Channel): ChannelPayload {
  const common = { id: channel.id, type: types[channel.kind], flags: 0, last_message_id: null }
  if (channel.guild === undefined)
    return {
      ...common,
      recipients: channel.recipients.map(({ user }) => user),
      ...(channel.kind === 'group' && { name: channel.name, owner_id: channel.recipients[0]?.id, icon: null }),
    }

  return {
    ...common,
    guild_id: channel.guild,
    name: channel.name,
    parent_id: channel.parent ?? null,
    rate_limit_per_user: 0,
    ...(channel.kind === 'thread' ? threadFields(world, channel) : { position: 0, topic: null, nsfw: false }),
  }
}

/** What a channel takes away from the bot, since the client works out permissions for itself. */
function overwrites(world: World, channel: Channel): readonly object[] {
  const denied = botPermissions & ~botPermissionsIn(world, channel)
  return denied === 0n ? [] : [{ id: world.bot.id, type: 1, allow: '0', deny: String(denied) }]
}

function threadFields(world: World, { locked }: Channel): object {
  return {
    owner_id: world.bot.id,
    member_count: 2,
    message_count: 0,
    total_message_sent: 0,
    thread_metadata: {
      archived: locked,
      locked,
      auto_archive_duration: 1_440,
      archive_timestamp: '2026-01-05T08:00:00.000000+00:00',
      create_timestamp: '2026-01-05T08:00:00.000000+00:00',
    },
  }
}

const types = {
  text: ChannelType.GuildText,
  thread: ChannelType.PublicThread,
  dm: ChannelType.DM,
  private: ChannelType.DM,
  group: ChannelType.GroupDM,
} as const
