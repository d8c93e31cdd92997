import { setTimeout as wait } from 'node:timers/promises'
import { REST } from 'discord.js'
import type { Health } from '../../operations/health.ts'
import type { Log } from '../../operations/log.ts'
import type { Metrics } from '../../operations/metrics.ts'
import type { Bot } from '../../responder/bot.ts'
import type { Adapter } from '../adapter.ts'
import type { PlatformRefused } from '../platform-refused.ts'
import { checkApplication } from './check-application.ts'
import { createCommands } from './commands.ts'
import { type Connection, connect } from './connect.ts'
import { createDiscordApi } from './discord-api.ts'
import { createEvents } from './events.ts'
import { inviteLink, personalLink } from './invite.ts'
import { patience } from './patience.ts'
import { registerCommands } from './register-commands.ts'
import type { DiscordSettings } from './settings.ts'

export type DiscordParts = {
  readonly bot: Bot
  readonly settings: DiscordSettings
  readonly log: Log
  readonly health: Health
  readonly metrics?: Metrics
  /** Tells the operator, in lines for reading. */
  readonly tell: (lines: readonly string[]) => void
}

/** An adapter that Discord may refuse for good. */
export type DiscordAdapter = Adapter & {
  /** Resolves once stopped; rejects with what to mend where Discord has closed the connection for good. */
  ended(): Promise<void>
}

/** Creates the adapter: commands, buttons, mentions and direct messages over one gateway connection. */
export function createDiscordAdapter({ bot, settings, log, health, metrics, tell }: DiscordParts): DiscordAdapter {
  const { token, apiUrl } = settings
  const rest = new REST({
    api: apiUrl,
    version: '10',
    timeout: patience.requestTimeoutMs,
    retries: patience.requestRetries,
    rejectOnRateLimit: ({ retryAfter, sublimitTimeout }) =>
      Math.max(retryAfter, sublimitTimeout) > patience.longestRateLimitMs,
  }).setToken(token)
  /** Ends requests that take too long when the bot stops. */
  const givingUp = new AbortController()
  const api = createDiscordApi({ rest, apiUrl, token, log, metrics, signal: givingUp.signal })

  const events = createEvents({ bot, api, settings, log, metrics })
  /** Ends the taking in of events, and the start. */
  const stopping = new AbortController()
  let started: Promise<void> | undefined
  const inFlight = new Set<Promise<void>>()
  let connection: Connection | undefined
  let settle: { readonly resolve: () => void; readonly reject: (problem: PlatformRefused) => void } | undefined
  const end = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject }
  })
  // A failure is for whoever waits for the end.
  end.catch(() => {})

  /** Takes an event in; a fault ends with it, and its message, which may hold a person's words, is told to nobody. */
  function take(handle: () => Promise<void>): void {
    if (stopping.signal.aborted) return
    const handled = Promise.resolve()
      .then(handle)
      .catch((error: unknown) => log.error('event-failed', { platform: 'discord', error }))
      .finally(() => inFlight.delete(handled))
    inFlight.add(handled)
  }

  /** What an operator has to know and Discord has to have; the bot answers without it, too. */
  async function prepare(applicationId: string): Promise<void> {
    const [problems] = await Promise.all([
      checkApplication(rest, stopping.signal).catch((error: unknown) =>
        log.warn('settings-not-read', { platform: 'discord', error }),
      ),
      register(applicationId),
    ])
    if (stopping.signal.aborted) return
    tell([
      'Discord is connected.',
      `To add the bot to a server, open ${inviteLink(applicationId)}`,
      `To use it anywhere, for yourself alone, open ${personalLink(applicationId)}`,
      ...(problems ?? []),
    ])
  }

  /** Tries once, and goes on in the background where Discord does not take the commands now. */
  async function register(applicationId: string, attempt = 0): Promise<void> {
    const { devServer: serverId } = settings
    const commands = createCommands(bot)
    const where = serverId === undefined ? {} : { serverId }
    try {
      const isNew = await registerCommands({ rest, applicationId, commands, signal: stopping.signal, ...where })
      if (isNew) log.info('commands-registered', { platform: 'discord', count: commands.length })
    } catch (error) {
      if (stopping.signal.aborted) return
      const ms = patience.registerAgainMs[attempt]
      log.error('commands-not-registered', { platform: 'discord', error, ms })
      if (ms === undefined) return
      wait(ms, undefined, { signal: stopping.signal, ref: false })
        .then(() => register(applicationId, attempt + 1))
        .catch(() => {})
    }
  }

  async function open(): Promise<void> {
    try {
      connection = await connect({
        token,
        apiUrl,
        log,
        health,
        signal: stopping.signal,
        onReconnected: () => metrics?.reconnected('discord'),
        onRefused: (problem) => {
          health.report('discord', 'stopped', problem.message)
          settle?.reject(problem)
        },
        onMessage: (message, from) => take(() => events.onMessage(message, from)),
        onInteraction: (interaction) => take(() => events.onInteraction(interaction)),
        onDeleted: (channelId, ids) => take(() => events.onDeleted(channelId, ids)),
      })
    } catch (error) {
      health.report('discord', 'stopped')
      throw error
    }
    await prepare(connection.applicationId())
  }

  return {
    name: 'discord',

    start: () => {
      started = open()
      return started
    },

    async stop() {
      stopping.abort()
      await Promise.race([Promise.all(inFlight), wait(patience.stopWithinMs, undefined, { ref: false })])
      givingUp.abort()
      await Promise.allSettled([...inFlight, started])
      await connection?.close()
      health.report('discord', 'stopped')
      settle?.resolve()
    },

    ended: () => end,
  }
}
