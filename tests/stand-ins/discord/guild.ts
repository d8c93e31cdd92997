import type { LocaleString } from 'discord.js'
import { botPermissions } from './bot-permissions.ts'
import { newChannelPayload } from './channel.ts'
import { membership } from './person.ts'
import type { World } from './world.ts'

/** A server. */
export type Guild = {
  readonly id: string
  readonly name: string
  readonly locale: LocaleString
  /** False where people use the bot as an app of their own. */
  readonly botIsMember: boolean
}

/** A server as GUILD_CREATE tells the bot of it. */
export function guildPayload(world: World, guild: Guild): object {
  const channels = [...world.channels.values()].filter((channel) => channel.guild === guild.id)
  const botRole = { ...everyone(world.bot.id, botPermissions), name: world.bot.username, managed: true, position: 1 }

  return {
    ...alwaysSame,
    id: guild.id,
    name: guild.name,
    preferred_locale: guild.locale,
    owner_id: '1',
    roles: [everyone(guild.id, 0n), { ...botRole, tags: { bot_id: world.bot.id } }],
    members: [{ ...membership, user: world.bot, roles: [botRole.id] }],
    channels: channels.filter(({ kind }) => kind === 'text').map((channel) => newChannelPayload(world, channel)),
    threads: channels.filter(({ kind }) => kind === 'thread').map((channel) => newChannelPayload(world, channel)),
  }
}

function everyone(id: string, permissions: bigint) {
  return {
    id,
    name: '@everyone',
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: 0,
    permissions: String(permissions),
    managed: false,
    mentionable: false,
    flags: 0,
  }
}

const alwaysSame = {
  joined_at: '2026-01-05T08:00:00.000000+00:00',
  large: false,
  unavailable: false,
  member_count: 2,
  voice_states: [],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  emojis: [],
  stickers: [],
  features: [],
  icon: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  description: null,
  vanity_url_code: null,
  afk_channel_id: null,
  afk_timeout: 300,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  verification_level: 1,
  default_message_notifications: 1,
  explicit_content_filter: 2,
  mfa_level: 0,
  nsfw_level: 0,
  premium_tier: 0,
  premium_subscription_count: 0,
  premium_progress_bar_enabled: false,
  max_members: 500_000,
  max_video_channel_users: 25,
  incidents_data: null,
}
