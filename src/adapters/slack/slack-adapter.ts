import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Receiver } from '@slack/bolt'
import type { Health } from '../../operations/health.ts'
import type { Log } from '../../operations/log.ts'
import type { Metrics } from '../../operations/metrics.ts'
import type { Bot } from '../../responder/bot.ts'
import type { Adapter } from '../adapter.ts'
import type { HttpServer } from '../http-server.ts'
import { PlatformRefused } from '../platform-refused.ts'
import { createEvents } from './events.ts'
import { createHttpReceiver } from './http-receiver.ts'
import { learnIdentity } from './learn-identity.ts'
import { listen } from './listen.ts'
import { patience } from './patience.ts'
import type { SlackSettings } from './settings.ts'
import { clientOptionsFor, createSlackApi } from './slack-api.ts'
import { createSocketReceiver } from './socket-receiver.ts'
import { happenedIn, type Identity, type LeanBody, readOrigin, type Workspace } from './workspace.ts'

export type SlackParts = {
  readonly bot: Bot
  readonly settings: SlackSettings
  readonly log: Log
  readonly health: Health
  readonly metrics?: Metrics
  /** Tells the operator, in lines for reading. */
  readonly tell: (lines: readonly string[]) => void
  /** Where Slack's requests arrive, in HTTP mode alone. */
  readonly http: HttpServer
}

/** An adapter that Slack may refuse for good. */
export type SlackAdapter = Adapter & {
  /** Resolves once stopped; rejects with what to mend where the app was removed. */
  ended(): Promise<void>
}

/** Creates the adapter: commands, mentions, direct messages, shortcuts, buttons and the app's own tabs, in one workspace. */
export function createSlackAdapter({ bot, settings, log, health, metrics, tell, http }: SlackParts): SlackAdapter {
  const { botToken: token, connection, apiUrl } = settings
  /** Ends the taking in of events, and the start. */
  const stopping = new AbortController()
  const inFlight = new Set<Promise<void>>()
  let identity: Identity | undefined
  let removed: PlatformRefused | undefined
  let started: Promise<void> | undefined
  let settle: { readonly resolve: () => void; readonly reject: (problem: PlatformRefused) => void } | undefined
  const end = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject }
  })
  // A failure is for whoever waits for the end.
  end.catch(() => {})

  const clientOptions = clientOptionsFor(apiUrl)
  const api = createSlackApi({
    token,
    clientOptions,
    log,
    metrics,
    onRevoked: () => revoke('Slack takes the token no longer'),
  })
  const workspace: Workspace = { id: randomUUID(), api, botUserId: () => identity?.botUserId || undefined }
  const receiver = createReceiver()
  const app = listen({
    receiver,
    events: createEvents({ bot, channels: settings.channels, log, metrics }),
    token,
    clientOptions,
    findWorkspace,
    onRevoked: (_, reason) => revoke(reason),
    track,
    log,
  })

  function createReceiver(): Receiver {
    if (connection.type === 'http') return createHttpReceiver({ signingSecret: connection.signingSecret, http, log })
    return createSocketReceiver({
      appToken: connection.appToken,
      apiUrl,
      log,
      onState: (state, reason) => {
        if (removed === undefined) health.report('slack', state, reason)
      },
      onReconnected: () => metrics?.reconnected('slack'),
      signal: stopping.signal,
    })
  }

  function findWorkspace(body: LeanBody): Workspace | undefined {
    if (removed !== undefined) return undefined
    return identity === undefined || happenedIn(identity, readOrigin(body)) ? workspace : undefined
  }

  /** Waits at the end for what is under way. */
  function track(work: Promise<void>): Promise<void> {
    const tracked = work.finally(() => inFlight.delete(tracked))
    inFlight.add(tracked)
    return tracked
  }

  /** No call is made from here on: neither would one succeed, nor is anybody to be answered who has removed the app. */
  function revoke(reason: string): void {
    if (removed !== undefined) return
    removed = new PlatformRefused(
      `Slack: ${reason}. SLACK_BOT_TOKEN is of no use any more (install the app again, and set its new token)`,
    )
    api.close()
    stopping.abort(removed)
    log.error('app-removed', { platform: 'slack', reason, setting: 'SLACK_BOT_TOKEN' })
    health.report('slack', 'stopped', reason)
    settle?.reject(removed)
    // Over HTTP what may still come is acknowledged, so that Slack does not send it again.
    if (connection.type === 'socket') receiver.stop().catch(() => {})
  }

  async function open(): Promise<void> {
    health.report('slack', 'connecting')
    const { signal } = stopping
    try {
      if (connection.type === 'http') await app.start()
      const learned = await learnIdentity({ whoAmI: api.whoAmI, log, signal })
      identity = learned.identity
      if (connection.type === 'socket') await app.start()
      signal.throwIfAborted()
      if (connection.type === 'socket') return tell(learned.lines)
      health.report('slack', 'ready')
      tell([...learned.lines, `Requests of Slack arrive at ${await http.listen()}/slack/events`])
    } catch (error) {
      api.close()
      await receiver.stop()
      health.report('slack', 'stopped', removed?.message)
      throw removed ?? error
    }
  }

  return {
    name: 'slack',

    start: () => {
      started = open()
      return started
    },

    async stop() {
      stopping.abort()
      await receiver.stop()
      await Promise.race([Promise.allSettled(inFlight), wait(patience.stopWithinMs, undefined, { ref: false })])
      api.close()
      await Promise.allSettled([...inFlight, started])
      health.report('slack', 'stopped')
      settle?.resolve()
    },

    ended: () => end,
  }
}
