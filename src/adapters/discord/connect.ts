import { setTimeout as wait } from 'node:timers/promises'
import {
  Client,
  type ClientOptions,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayInteractionCreateDispatchData,
  type GatewayMessageCreateDispatchData,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  Options,
} from 'discord.js'
import type { Health } from '../../operations/health.ts'
import type { Log } from '../../operations/log.ts'
import { PlatformRefused } from '../platform-refused.ts'
import { type GatewayInside, openGatewayInside } from './gateway-inside.ts'
import { patience } from './patience.ts'
import { readCloseCode } from './read-close-code.ts'

/** What comes over the connection, as Discord has it on the wire; handlers never throw. */
export type Handlers = {
  readonly onMessage: (message: GatewayMessageCreateDispatchData, connection: Connection) => void
  readonly onInteraction: (interaction: GatewayInteractionCreateDispatchData) => void
  readonly onDeleted: (channelId: string, messageIds: readonly string[]) => void
}

export type ConnectParts = Handlers & {
  readonly token: string
  readonly apiUrl: string
  readonly log: Log
  readonly health: Health
  /** A connection took the place of one before. */
  readonly onReconnected: () => void
  /** The connection is lost for good. */
  readonly onRefused: (problem: PlatformRefused) => void
  /** Ends the attempts. */
  readonly signal: AbortSignal
}

/** A connection that heals itself. */
export type Connection = {
  readonly botId: () => string
  readonly applicationId: () => string
  /** The channel that a thread belongs to, as far as it is known. */
  readonly parentOf: (channelId: string) => string | undefined
  /** Language that a server has chosen. */
  readonly localeOf: (serverId: string) => string | undefined
  readonly close: () => Promise<void>
}

/** Connects to the gateway, with patience where Discord cannot be reached; rejects with what to mend where it refuses. */
export async function connect(parts: ConnectParts): Promise<Connection> {
  const { log, health, signal } = parts
  for (let attempt = 0; ; attempt += 1) {
    health.report('discord', 'connecting')
    try {
      return await open(parts)
    } catch (error) {
      if (error instanceof PlatformRefused) throw error
      signal.throwIfAborted()
      const patienceMs = Math.min(patience.firstReconnectMs * 2 ** attempt, patience.longestReconnectMs)
      log.warn('cannot-connect', { platform: 'discord', error, ms: patienceMs })
      await wait(patienceMs, undefined, { signal })
    }
  }
}

async function open(parts: ConnectParts): Promise<Connection> {
  const { token, apiUrl, log, health, signal, onReconnected, onRefused, onInteraction, onDeleted } = parts
  const client = new Client(optionsFor(apiUrl))
  const inside = openGatewayInside(client, {
    closeWithinMs: patience.closeWithinMs,
    onFault: (error) => log.warn('gateway-error', { platform: 'discord', error }),
    onSilence: () => health.report('discord', 'connecting', 'no answer to heartbeats'),
  })
  const connection = connectionOf(client, inside)
  let refused: PlatformRefused | undefined
  let isOpen = false

  client.on(Events.ShardDisconnect, ({ code }) => {
    refused = readCloseCode(code) ?? new PlatformRefused(`Discord closed the connection for good (${code})`)
    if (isOpen) onRefused(refused)
  })
  // Without listeners these would end the process.
  client.on(Events.Error, (error) => log.warn('gateway-error', { platform: 'discord', error }))
  client.on(Events.ShardError, (error) => log.warn('gateway-error', { platform: 'discord', error }))
  client.on(Events.ShardReconnecting, () => health.report('discord', 'connecting', 'reconnecting'))

  // The wire's own shapes: nothing has to be cached for them, and they are the ones that the documentation describes.
  const connected = new Set<number>()
  const ready = (_: unknown, shardId: number) => {
    health.report('discord', 'ready')
    if (connected.has(shardId)) onReconnected()
    connected.add(shardId)
  }
  client.ws.on(GatewayDispatchEvents.Ready, ready)
  client.ws.on(GatewayDispatchEvents.Resumed, ready)
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) =>
    parts.onMessage(message, connection),
  )
  client.ws.on(GatewayDispatchEvents.InteractionCreate, onInteraction)
  client.ws.on(GatewayDispatchEvents.MessageDelete, (deleted: GatewayMessageDeleteDispatchData | null) => {
    if (deleted?.id !== undefined) onDeleted(deleted.channel_id, [deleted.id])
  })
  client.ws.on(GatewayDispatchEvents.MessageDeleteBulk, (deleted: GatewayMessageDeleteBulkDispatchData | null) => {
    if (Array.isArray(deleted?.ids)) onDeleted(deleted.channel_id, deleted.ids)
  })

  const login = client.login(token)
  try {
    await Promise.race([login, aborted(signal)])
  } catch (error) {
    await connection.close()
    // One that is given up may still come about.
    login.then(connection.close, () => {})
    throw refused ?? (isInvalidToken(error) ? readCloseCode(4004) : undefined) ?? error
  }
  isOpen = true
  return connection
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

/** Names and caches are read when asked for: messages may arrive before the login is over. */
function connectionOf(client: Client, inside: GatewayInside): Connection {
  return {
    botId: () => client.user?.id ?? '',
    applicationId: () => client.application?.id ?? client.user?.id ?? '',
    parentOf: (channelId) => {
      const channel = client.channels.cache.get(channelId)
      return channel?.isThread() === true ? (channel.parentId ?? undefined) : undefined
    },
    localeOf: (serverId) => client.guilds.cache.get(serverId)?.preferredLocale,
    close: () => {
      client.removeAllListeners(Events.ShardReconnecting)
      return inside.retire()
    },
  }
}

function optionsFor(apiUrl: string): ClientOptions {
  return {
    // Messages arrive only with a mention or directly; the privileged intent for all others is not asked for.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    allowedMentions: { parse: [], repliedUser: false },
    shards: 'auto',
    rest: { api: apiUrl, version: '10' },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ApplicationCommandManager: 0,
      GuildMemberManager: { maxSize: 1, keepOverLimit: ({ id, client }) => id === client.user.id },
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      UserManager: { maxSize: 1, keepOverLimit: ({ id, client }) => id === client.user.id },
      VoiceStateManager: 0,
    }),
  }
}

function isInvalidToken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'TokenInvalid'
}
