import { Writable } from 'node:stream'
import type { TestContext } from 'vitest'
import { createHttpServer } from '../../../../src/adapters/http-server.ts'
import type { SlackSettings } from '../../../../src/adapters/slack/settings.ts'
import { createSlackAdapter, type SlackAdapter } from '../../../../src/adapters/slack/slack-adapter.ts'
import { createHealth, type Health } from '../../../../src/operations/health.ts'
import { createLog } from '../../../../src/operations/log.ts'
import { bot } from '../../../responder/shipped-bot.ts'
import { type SlackStandIn, type StandInOptions, startSlackStandIn } from '../../../stand-ins/slack/slack-stand-in.ts'
import { until } from '../../until.ts'
import { prepareRequest, type Request } from './request.ts'
import type { Surface } from './ways-of-asking.ts'

/** The real adapter over the shipped bot, connected to a stand-in in which things go wrong. */
export type Trial = {
  readonly slack: SlackStandIn
  readonly adapter: SlackAdapter
  readonly health: Health
  /** All that was logged, an entry each. */
  readonly logged: readonly LogEntry[]
  /** Waits until something is logged. */
  readonly says: (event: string, ms?: number) => Promise<void>
  /** What the operator was told. */
  readonly told: readonly string[]
  /** What people have asked so far. */
  readonly requests: readonly Request[]
  /** Lets a stranger ask, in a place where nothing else happens. */
  readonly ask: (surface: Surface, options?: AskOptions) => Promise<Request>
  /** The same in two steps: the stranger comes now, and asks when told to. */
  readonly prepare: (surface: Surface, options?: AskOptions) => Promise<() => Request>
  /** Begins the start, over HTTP with a server for it; resolves once the adapter has started. */
  readonly start: () => Promise<void>
  /** Where requests arrive, once that is known. */
  readonly port: () => number
  /** How the adapter ended; undefined as long as it runs. */
  readonly ending: () => 'stopped' | Error | undefined
}

export type AskOptions = { readonly isUrgent?: boolean }

export type LogEntry = { readonly event: string; readonly level: string; readonly text: string }

export type TrialOptions = StandInOptions & { readonly settings?: Partial<SlackSettings> }

/** Starts a stand-in and prepares an adapter for it, which begins with `start()`; both end with the test. */
export async function prepareTrial({ onTestFinished }: TestContext, options: TrialOptions = {}): Promise<Trial> {
  const slack = await startSlackStandIn(options)
  const { apiUrl, botToken, appToken, signingSecret } = slack
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
  const log = createLog({ level: 'info', secrets: [botToken, appToken, signingSecret], destination })
  const http = createHttpServer({ host: '127.0.0.1', port: 0, log, requestMs: 2_000 })
  const isHttp = options.mode === 'http'
  const health = createHealth()
  const adapter = createSlackAdapter({
    bot,
    settings: {
      botToken,
      apiUrl,
      channels: [],
      connection: isHttp ? { type: 'http', signingSecret } : { type: 'socket', appToken },
      ...options.settings,
    },
    log,
    health,
    tell: (lines) => told.push(...lines),
    http,
  })
  let port = 0
  let ending: 'stopped' | Error | undefined
  const watch = async () => {
    await adapter.ended()
    ending = 'stopped'
  }
  watch().catch((reason: Error) => {
    ending = reason
  })
  onTestFinished(async () => {
    await adapter.stop()
    await http.close()
    await slack.close()
  })

  const prepare: Trial['prepare'] = async (...asked) => {
    const begin = await prepareRequest(slack, ...asked)
    return () => {
      const request = begin()
      requests.push(request)
      return request
    }
  }

  return {
    slack,
    adapter,
    health,
    logged,
    says: (event, ms) => until(() => logged.some((entry) => entry.event === event), `a line "${event}" in the log`, ms),
    told,
    requests,
    prepare,
    ask: async (...asked) => (await prepare(...asked))(),
    start: async () => {
      if (isHttp) {
        port = Number(new URL(await http.listen()).port)
        slack.deliverTo(port)
      }
      await adapter.start()
    },
    port: () => port,
    ending: () => ending,
  }
}

/** The same with the adapter started. */
export async function startTrial(context: TestContext, options?: TrialOptions): Promise<Trial> {
  const trial = await prepareTrial(context, options)
  await trial.start()
  return trial
}
