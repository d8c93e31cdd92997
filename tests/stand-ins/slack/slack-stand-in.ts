import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createWaiting, type Waiting } from '../waiting.ts'
import type { Channel, ChannelOptions } from './channel.ts'
import type { Acknowledgement, Delivery } from './delivery.ts'
import type { DisturbanceControls } from './disturbances.ts'
import { createEarlyRetries, type EarlyRetry } from './early-retries.ts'
import { createEndings, type Endings } from './endings.ts'
import { sendEvent } from './events.ts'
import { createFaults, type Faults } from './faults.ts'
import { createHttpDelivery, type HttpDelivery, type Sign } from './http-delivery.ts'
import { createJournal, type Journal } from './journal.ts'
import { addChannel, directMessages } from './members.ts'
import type { Message } from './message.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { addPerson, botWrites } from './people.ts'
import { perform } from './perform.ts'
import type { Person, PersonOptions, Where } from './person.ts'
import { createRateLimits } from './rate-limits.ts'
import type { SocketControls } from './socket-controls.ts'
import { createSocketMode } from './socket-mode.ts'
import type { StandInOptions } from './stand-in-options.ts'
import { createWatching, type Watching } from './watching.ts'
import { createWebApi } from './web-api.ts'
import { createWorld, type World } from './world.ts'

export type { StandInOptions } from './stand-in-options.ts'

/** A stand-in for Slack on loopback, and all that a test does with it. */
export type SlackStandIn = Watching &
  Endings &
  DisturbanceControls &
  Pick<Journal, 'calls' | 'callCount' | 'problems' | 'unexpected'> &
  Pick<Waiting, 'until'> & {
    /** Base of the Web API; ends in `/api/`. */
    readonly apiUrl: string
    readonly botToken: string
    readonly appToken: string
    readonly signingSecret: string
    /** The workspace; `enterprise` where it belongs to an organisation. */
    readonly team: World['team']
    /** The app and its bot user. */
    readonly app: World['app']
    /** A public channel with the bot, there from the start. */
    readonly channel: Channel

    readonly addPerson: (options?: PersonOptions) => Person
    readonly addChannel: (options?: ChannelOptions) => Channel
    /** The direct messages between a person and the bot. */
    readonly directMessages: (person: Person) => Channel
    /** The direct messages between two people. */
    readonly messagesBetween: (one: Person, other: Person) => Channel
    /** A bot of somebody else writes; `oldStyle` has subtype bot_message and no user. */
    readonly botWrites: (text: string, where: Where & { readonly oldStyle?: boolean }) => Message
    /** Delivers an event that the stand-in has no words for; `body` goes over the usual envelope. */
    readonly deliverEvent: (event: Readonly<Record<string, unknown>>, body?: object) => Delivery

    /** Everything that was to be delivered, in order; empty where calls are not kept. */
    readonly deliveries: readonly Delivery[]
    readonly acknowledgements: readonly Acknowledgement[]
    /** Calls that came before a Retry-After was over. */
    readonly earlyRetries: readonly EarlyRetry[]

    readonly faults: Pick<Faults, 'add' | 'clear'>
    readonly socket: SocketControls
    readonly scopes: { readonly take: (scope: string) => void; readonly give: (scope: string) => void }

    /** HTTP mode: where deliveries go from now on, at `/slack/events` on 127.0.0.1. */
    readonly deliverTo: (port: number) => void
    /** HTTP mode: the two headers that prove where a body comes from; the content type is yours to add. */
    readonly sign: Sign
    /** HTTP mode: posts whatever a stranger could, and gives the answer. */
    readonly forge: HttpDelivery['forge']
    /** Ends all sockets and timers. */
    readonly close: () => Promise<void>
  }

/** Starts a stand-in for Slack on a free port of 127.0.0.1. */
export async function startSlackStandIn(options: StandInOptions = {}): Promise<SlackStandIn> {
  const { mode = 'socket', record = true, enterprise } = options
  const tokens = { bot: 'xoxb-fake-bot-token', app: 'xapp-fake-app-token' }
  const signingSecret = 'fake-signing-secret'
  const journal = createJournal(record)
  const ending = new AbortController()
  const waiting = createWaiting(15_000)
  const faults = createFaults()
  const earlyRetries = createEarlyRetries()
  const socketMode = createSocketMode({
    appId: () => world.app.id,
    outbox: () => outbox,
    waiting,
    problem: journal.problem,
  })
  const http = createHttpDelivery({ signingSecret, outbox: () => outbox, signal: ending.signal })
  const outbox: Outbox = createOutbox({
    transport: mode === 'socket' ? socketMode.transport : http.transport,
    newId: () => world.newId('envelope'),
    waiting,
    acknowledgeMs: options.acknowledgeMs ?? 3_000,
    redeliverMs: options.redeliverMs ?? [],
    keeps: record,
  })
  const world: World = createWorld({
    enterprise,
    orgWide: options.orgWide ?? false,
    history: options.history ?? false,
    responseUrl: (token) => `${base()}/respond/${token}`,
    deliver: (...delivery) => outbox.deliver(...delivery),
    changed: waiting.changed,
    problem: journal.problem,
  })
  const performParts = {
    world,
    journal,
    tokens,
    rateLimits: createRateLimits(options.rateLimits === true ? (options.burst ?? 1) : undefined),
    checks: options.check ?? true,
    triggerMs: options.triggerMs ?? 3_000,
    responseAddressMs: options.responseAddressMs ?? 30 * 60_000,
    newSocketUrl: () => `ws://127.0.0.1:${port}/link/?ticket=${socketMode.newTicket()}&app_id=${world.app.id}`,
  }
  const server = createServer(
    createWebApi({
      journal,
      faults,
      earlyRetries,
      perform: (call, address) => perform(performParts, call, address),
      changed: waiting.changed,
      signal: ending.signal,
    }),
  )
  server.on('upgrade', socketMode.upgrade)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const base = () => `http://127.0.0.1:${port}`

  return {
    ...createWatching(world),
    ...createEndings(world),
    ...outbox.disturb,
    calls: journal.calls,
    callCount: journal.callCount,
    problems: journal.problems,
    unexpected: journal.unexpected,
    until: waiting.until,
    apiUrl: `${base()}/api/`,
    botToken: tokens.bot,
    appToken: tokens.app,
    signingSecret,
    team: world.team,
    app: world.app,
    channel: addChannel(world, { name: 'general' }),
    addPerson: (person) => addPerson(world, person),
    addChannel: (channel) => addChannel(world, channel),
    directMessages: ({ id }) => directMessages(world, [id]),
    messagesBetween: (one, other) => directMessages(world, [one.id, other.id]),
    botWrites: (text, where) => botWrites(world, text, where),
    deliverEvent: (event, body) => sendEvent(world, event, body),
    deliveries: outbox.deliveries,
    acknowledgements: outbox.acknowledgements,
    earlyRetries: earlyRetries.list,
    faults,
    socket: socketMode.controls,
    scopes: { take: (scope) => world.scopes.delete(scope), give: (scope) => world.scopes.add(scope) },
    deliverTo: http.deliverTo,
    sign: http.sign,
    forge: http.forge,
    close: async () => {
      ending.abort()
      waiting.end()
      outbox.end()
      socketMode.end()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
