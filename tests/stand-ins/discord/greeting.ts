import { guildPayload } from './guild.ts'
import type { World } from './world.ts'

/** What a new session begins with: READY, in which servers are not there yet, and then each of them. */
export function greeting(world: World): { readonly ready: object; readonly guilds: readonly object[] } {
  const guilds = [...world.guilds.values()].filter(({ botIsMember }) => botIsMember)
  const { id, flags } = world.application
  return {
    ready: {
      v: 10,
      user: { ...world.bot, verified: true, mfa_enabled: true, email: null, flags: 0 },
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      application: { id, flags },
      shard: [0, 1],
      private_channels: [],
      relationships: [],
      presences: [],
      user_settings: {},
    },
    guilds: guilds.map((guild) => guildPayload(world, guild)),
  }
}
