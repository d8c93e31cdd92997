import type { APIUser } from 'discord.js'

/** The bot's own application, as its owner set it in the developer portal. */
export type Application = {
  readonly id: string
  readonly name: string
  readonly flags: number
  /** Ways of installing that are switched on: "0" to a server, "1" to a person. */
  readonly integration_types_config: Readonly<Record<string, object>>
  /** Set, it takes interactions away from the gateway. */
  readonly interactions_endpoint_url: string | null
}

/** An application with all that GET /applications/@me shows of it. */
export function applicationPayload(application: Application, bot: APIUser): object {
  return {
    icon: null,
    description: '',
    summary: '',
    type: null,
    is_monetized: false,
    is_verified: false,
    is_discoverable: false,
    bot_public: true,
    bot_require_code_grant: false,
    hook: true,
    verify_key: '0'.repeat(64),
    storefront_available: false,
    redirect_uris: [],
    role_connections_verification_url: null,
    event_webhooks_url: null,
    event_webhooks_status: 1,
    approximate_guild_count: 1,
    approximate_user_install_count: 0,
    owner: { id: '1', username: 'owner', discriminator: '0', global_name: null, avatar: null },
    team: null,
    ...application,
    bot,
  }
}

/** An application with nothing special about it: installable to servers and to people. */
export function createApplication(id: string, settings: Partial<Application> = {}): Application {
  return {
    id,
    name: 'Pamphlet',
    flags: 0,
    integration_types_config: { 0: {}, 1: {} },
    interactions_endpoint_url: null,
    ...settings,
  }
}
