import { onTestFinished } from 'vitest'
import { createHttpServer } from '../../../src/adapters/http-server.ts'
import { createReplies } from '../../../src/adapters/terminal/create-replies.ts'
import type { AppParts } from '../../../src/adapters/web/create-app.ts'
import type { WebSettings } from '../../../src/adapters/web/settings.ts'
import { createWebAdapter } from '../../../src/adapters/web/web-adapter.ts'
import { createHealth } from '../../../src/operations/health.ts'
import type { LogFields } from '../../../src/operations/log.ts'
import { createMetrics } from '../../../src/operations/metrics.ts'
import { bot as shippedBot } from '../../responder/shipped-bot.ts'

export type WebOptions = Partial<Pick<AppParts, 'bot' | 'replies'>> & {
  readonly settings?: Partial<WebSettings>
}

/** What the other side of the web has of the server, and what a test can see behind it. */
export type Web = {
  /** Address, without a slash at the end. */
  readonly url: string
  /** Entries of the log so far. */
  readonly logged: readonly (readonly [event: string, fields: LogFields])[]
  /** What was counted so far: `answered none`, `held back`. */
  readonly counted: readonly string[]
  readonly close: () => Promise<void>
}

/** Everything as it is where nothing is set. */
const usualSettings: WebSettings = {
  widgetOrigins: [],
  isMetricsPublic: false,
  isRateLimited: true,
  isProxyTrusted: false,
}

/** Starts everything that the web adapter serves, on a free port of this machine; it is closed with the test. */
export async function startWeb(options?: WebOptions): Promise<Web> {
  const web = await openWeb(options)
  onTestFinished(web.close)
  return web
}

/** The same, for many tests. */
export async function openWeb({ settings, bot = shippedBot, replies }: WebOptions = {}): Promise<Web> {
  const logged: (readonly [string, LogFields])[] = []
  const counted: string[] = []
  const write = (event: string, fields: LogFields = {}) => void logged.push([event, fields])
  const log = { info: write, warn: write, error: write }
  const http = createHttpServer({ host: '127.0.0.1', port: 0, log })
  const adapter = createWebAdapter({
    bot,
    replies: replies ?? createReplies(bot),
    settings: { ...usualSettings, ...settings },
    health: createHealth(() => {}),
    metrics: {
      ...createMetrics(),
      answered: (_, { outcome, triage }) => void counted.push(`${outcome} ${triage}`),
      heldBack: () => void counted.push('held back'),
    },
    log,
    http,
    onListening: () => {},
  })
  await adapter.start()
  const close = async () => {
    await adapter.stop()
    await http.close()
  }
  return { url: await http.listen(), logged, counted, close }
}
