import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { APIUser } from 'discord.js'
import { createWaiting, type Waiting } from '../waiting.ts'
import type { Application } from './application.ts'
import { applicationRoutes } from './application-routes.ts'
import type { Channel } from './channel.ts'
import { channelRoutes } from './channel-routes.ts'
import { createChecks } from './checks.ts'
import { type CommandStore, createCommandStore } from './command-store.ts'
import { createEarlyRetries, type EarlyRetry } from './early-retries.ts'
import { createFaults, type Faults } from './faults.ts'
import { createGateway } from './gateway.ts'
import type { GatewayControls } from './gateway-controls.ts'
import { greeting } from './greeting.ts'
import type { Guild } from './guild.ts'
import { interactionRoutes } from './interaction-routes.ts'
import { createJournal, type Journal } from './journal.ts'
import { createPeople, type People } from './people.ts'
import { createRateLimits } from './rate-limits.ts'
import { createRestServer } from './rest-server.ts'
import { createWatching, type Watching } from './watching.ts'
import { createWorld } from './world.ts'

/** What a test may want otherwise. */
export type StandInOptions = {
  readonly token?: string
  readonly application?: Partial<Application>
  /** How often the bot is told to send a heartbeat. */
  readonly heartbeatMs?: number
  /** How long an interaction waits for its first response; Discord's own 3 seconds if left out. */
  readonly callbackMs?: number
  /** How long an interaction can be answered at all; Discord's own 15 minutes if left out. */
  readonly tokenMs?: number
  /** False under load: bodies are believed without being looked at. */
  readonly check?: boolean
  /** False under load: requests are counted but not kept. */
  readonly record?: boolean
  /** True: requests too many are refused, and every answer says how many are left. */
  readonly rateLimits?: boolean
}

/** A stand-in for Discord on loopback, and all that a test does with it. */
export type DiscordStandIn = People &
  Watching &
  Pick<Journal, 'requests' | 'requestCount' | 'problems' | 'unexpected'> &
  Pick<Waiting, 'until'> & {
    /** Base of the REST address, without the version. */
    readonly apiUrl: string
    readonly token: string
    readonly application: Application
    readonly bot: APIUser
    /** A server of which the bot is a member, there from the start, and its only channel. */
    readonly guild: Guild
    readonly channel: Channel
    /** Requests that came before the bot should have tried again. */
    readonly earlyRetries: readonly EarlyRetry[]
    readonly commands: Pick<CommandStore, 'counts' | 'find'>
    readonly faults: Pick<Faults, 'add' | 'clear'>
    readonly gateway: GatewayControls
    /** Ends all sockets and timers. */
    readonly close: () => Promise<void>
  }

/** Starts a stand-in for Discord on a free port of 127.0.0.1. */
export async function startDiscordStandIn(options: StandInOptions = {}): Promise<DiscordStandIn> {
  const { token = 'fake-token.of-the.stand-in' } = options
  const journal = createJournal(options.record ?? true)
  const ending = new AbortController()
  const waiting = createWaiting(15_000)
  const world = createWorld(options.application, waiting.changed, (...event) => gateway.dispatch(...event))
  const gateway = createGateway({
    token,
    heartbeatMs: options.heartbeatMs ?? 41_250,
    greet: () => greeting(world),
    resumeUrl: () => `${gatewayUrl()}/resume`,
    changed: waiting.changed,
  })
  const commands = createCommandStore(world)
  const checks = createChecks(options.check ?? true)
  const times = { callbackMs: options.callbackMs ?? 3_000, tokenMs: options.tokenMs ?? 15 * 60_000 }
  const faults = createFaults()
  const earlyRetries = createEarlyRetries()
  const server = createServer(
    createRestServer({
      token,
      faults,
      earlyRetries,
      rateLimits: createRateLimits(options.rateLimits ?? false),
      routes: [
        ...interactionRoutes(world, checks, times),
        ...channelRoutes(world, checks),
        ...applicationRoutes(world, commands, checks, () => gatewayUrl()),
      ],
      journal,
      changed: waiting.changed,
      signal: ending.signal,
    }),
  )
  server.on('upgrade', gateway.upgrade)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const gatewayUrl = () => `ws://127.0.0.1:${port}/gateway`
  const people = createPeople(world, commands, waiting)
  const guild = people.addGuild()

  return {
    ...people,
    ...createWatching(world, waiting, journal, ending.signal),
    until: waiting.until,
    apiUrl: `http://127.0.0.1:${port}/api`,
    token,
    application: world.application,
    bot: world.bot,
    guild,
    channel: people.addChannel({ guild, name: 'general' }),
    requests: journal.requests,
    requestCount: journal.requestCount,
    problems: journal.problems,
    unexpected: journal.unexpected,
    earlyRetries: earlyRetries.list,
    commands,
    faults,
    gateway: gateway.controls,
    close: async () => {
      ending.abort()
      waiting.end()
      gateway.end()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
