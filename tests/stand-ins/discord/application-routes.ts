import { applicationPayload } from './application.ts'
import type { Checks } from './checks.ts'
import type { CommandStore } from './command-store.ts'
import { type Route, route } from './route.ts'
import type { World } from './world.ts'

/** The addresses about the bot itself: how to connect, who it is, which commands it has. */
export function applicationRoutes(
  world: World,
  commands: CommandStore,
  checks: Checks,
  gatewayUrl: () => string,
): readonly Route[] {
  const read = (application: string, guild: string | undefined, query: URLSearchParams) => ({
    status: 200,
    body: commands.read(application, guild, query.get('with_localizations') === 'true'),
  })
  const write = (application: string, guild: string | undefined, body: unknown) => {
    checks.commands(body)
    return { status: 200, body: commands.write(application, guild, body as readonly Record<string, unknown>[]) }
  }
  const everywhere = '/applications/:app/commands'
  const inGuild = '/applications/:app/guilds/:guild/commands'

  return [
    route('GET', '/gateway/bot', () => ({
      status: 200,
      body: { url: gatewayUrl(), shards: 1, session_start_limit: sessionStartLimit },
    })),
    route('GET', '/users/@me', () => ({ status: 200, body: world.bot })),
    route('GET', '/applications/@me', () => ({ status: 200, body: applicationPayload(world.application, world.bot) })),
    route('GET', everywhere, ({ params, query }) => read(params.app, undefined, query)),
    route('PUT', everywhere, ({ params, body }) => write(params.app, undefined, body)),
    route('GET', inGuild, ({ params, query }) => read(params.app, params.guild, query)),
    route('PUT', inGuild, ({ params, body }) => write(params.app, params.guild, body)),
  ]
}

/** As a small bot has it (gateway.mdx, "Session Start Limit Object"). */
const sessionStartLimit = { total: 1_000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 }
