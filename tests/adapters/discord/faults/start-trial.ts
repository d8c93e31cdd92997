import { Writable } from 'node:stream'
import type { TestContext } from 'vitest'
import { createDiscordAdapter, type DiscordAdapter } from '../../../../src/adapters/discord/discord-adapter.ts'
import type { DiscordSettings } from '../../../../src/adapters/discord/settings.ts'
import { createHealth, type Health } from '../../../../src/operations/health.ts'
import { createLog } from '../../../../src/operations/log.ts'
import type { Bot } from '../../../../src/responder/bot.ts'
import { bot as shippedBot } from '../../../responder/shipped-bot.ts'
import {
  type DiscordStandIn,
  type StandInOptions,
  startDiscordStandIn,
} from '../../../stand-ins/discord/discord-stand-in.ts'
import { until } from '../../until.ts'
import { type AskOptions, prepareRequest, type Request } from './request.ts'
import type { Surface } from './ways-of-asking.ts'

/** The real adapter over the shipped bot, connected to a stand-in in which things go wrong. */
export type Trial = {
  readonly discord: DiscordStandIn
  readonly adapter: DiscordAdapter
  readonly health: Health
  /** All that was logged, an entry each. */
  readonly logged: readonly LogEntry[]
  /** Waits until something is logged. */
  readonly says: (event: string, ms?: number) => Promise<void>
  /** What the operator was told. */
  readonly told: readonly string[]
  /** What people have asked so far. */
  readonly requests: readonly Request[]
  /** Lets somebody whom nobody has met ask, in a server of their own; nothing has reached the bot yet when it resolves. */
  readonly ask: (surface: Surface, options?: AskOptions) => Promise<Request>
  /** Lets strangers ask by all of these ways, and by each somebody in need as well. */
  readonly askAll: (surfaces: readonly Surface[]) => Promise<readonly Request[]>
  /** The same in two steps: the stranger comes now, and asks when told to. */
  readonly prepare: (surface: Surface, options?: AskOptions) => Promise<() => Request>
  /** How the adapter ended; undefined as long as it runs. */
  readonly ending: () => 'stopped' | Error | undefined
}

export type LogEntry = { readonly event: string; readonly level: string; readonly text: string }

export type TrialOptions = StandInOptions & {
  readonly settings?: Partial<DiscordSettings>
  /** Left out, the bot as shipped. */
  readonly bot?: Bot
}

/** Starts a stand-in and prepares an adapter for it, which begins with `adapter.start()`; both end with the test. */
export async function prepareTrial({ onTestFinished }: TestContext, options: TrialOptions = {}): Promise<Trial> {
  const discord = await startDiscordStandIn(options)
  const logged: LogEntry[] = []
  const told: string[] = []
  const requests: Request[] = []
  const destination = new Writable({
    write: (chunk, _, done) => {
      const text = String(chunk)
      const { event, level } = JSON.parse(text) as LogEntry
      logged.push({ event, level, text })
      done()
    },
  })

  const health = createHealth()
  const adapter = createDiscordAdapter({
    bot: options.bot ?? shippedBot,
    settings: { token: discord.token, apiUrl: discord.apiUrl, channels: [], plainText: false, ...options.settings },
    log: createLog({ level: 'info', secrets: [discord.token], destination }),
    health,
    tell: (lines) => told.push(...lines),
  })
  let ending: 'stopped' | Error | undefined
  const watch = async () => {
    await adapter.ended()
    ending = 'stopped'
  }
  watch().catch((reason: Error) => {
    ending = reason
  })
  onTestFinished(async () => {
    await Promise.all([adapter.stop(), discord.close()])
  })

  const prepare: Trial['prepare'] = async (...asked) => {
    const begin = await prepareRequest(discord, ...asked)
    return () => {
      const request = begin()
      requests.push(request)
      return request
    }
  }

  const ask: Trial['ask'] = async (...asked) => (await prepare(...asked))()

  return {
    discord,
    adapter,
    health,
    logged,
    says: (event, ms) => until(() => logged.some((entry) => entry.event === event), `a line "${event}" in the log`, ms),
    told,
    requests,
    prepare,
    ask,
    askAll: async (surfaces) => {
      const all = surfaces.flatMap((surface) => [prepare(surface), prepare(surface, { isUrgent: true })])
      const begins = await Promise.all(all)
      // At one stroke, so that nothing has reached the bot yet.
      return begins.map((begin) => begin())
    },
    ending: () => ending,
  }
}

/** The same with the adapter connected. */
export async function startTrial(context: TestContext, options?: TrialOptions): Promise<Trial> {
  const trial = await prepareTrial(context, options)
  await trial.adapter.start()
  return trial
}
