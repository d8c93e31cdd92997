import type { DiscordStandIn } from '../../../stand-ins/discord/discord-stand-in.ts'

/** The data of an event. */
export type Fields = Readonly<Record<string, unknown>>

const person = { id: '5001', username: 'somebody', discriminator: '0', avatar: null, global_name: null }

/** A message that mentions the bot, as MESSAGE_CREATE tells of it; `word` stands in it. */
export function message({ bot, channel, guild }: DiscordStandIn, word: string): Fields {
  return {
    id: '7001',
    channel_id: channel.id,
    guild_id: guild.id,
    author: person,
    content: `<@${bot.id}> is it ${word}?`,
    mentions: [bot],
    type: 0,
    timestamp: '2026-11-23T12:00:00.000Z',
    attachments: [],
    embeds: [],
    components: [],
    mention_roles: [],
  }
}

function interaction({ application, channel, guild }: DiscordStandIn): Fields {
  return {
    id: '7002',
    token: 'fake-interaction-token-7002',
    application_id: application.id,
    type: 2,
    version: 1,
    channel_id: channel.id,
    channel: { id: channel.id, type: 0 },
    guild_id: guild.id,
    member: { user: person, roles: [], permissions: '0' },
    locale: 'en-US',
    app_permissions: '0',
    entitlements: [],
    authorizing_integration_owners: { 0: guild.id },
    context: 0,
  }
}

/** Somebody uses `/ask`. */
export function command(discord: DiscordStandIn, word: string): Fields {
  const options = [{ name: 'question', type: 3, value: `is it ${word}?` }]
  return { ...interaction(discord), data: { id: '7003', name: 'ask', type: 1, options } }
}

/** Somebody presses a button under that message. */
export function press(discord: DiscordStandIn, word: string): Fields {
  const data = { custom_id: 'support', component_type: 2 }
  return { ...interaction(discord), type: 3, message: message(discord, word), data }
}

/** Somebody has that message answered. */
export function menuItem(discord: DiscordStandIn, word: string): Fields {
  const resolved = { messages: { 7001: message(discord, word) } }
  return { ...interaction(discord), data: { id: '7004', name: 'Answer this', type: 3, target_id: '7001', resolved } }
}
