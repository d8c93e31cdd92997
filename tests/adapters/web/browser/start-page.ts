import { Writable } from 'node:stream'
import { createHttpServer } from '../../../../src/adapters/http-server.ts'
import { createReplies } from '../../../../src/adapters/terminal/create-replies.ts'
import type { WebSettings } from '../../../../src/adapters/web/settings.ts'
import { createWebAdapter } from '../../../../src/adapters/web/web-adapter.ts'
import { openBot } from '../../../../src/open-bot.ts'
import { createHealth } from '../../../../src/operations/health.ts'
import { createLog } from '../../../../src/operations/log.ts'
import { createMetrics } from '../../../../src/operations/metrics.ts'
import type { Bot } from '../../../../src/responder/bot.ts'
import { bot as shippedBot, today } from '../../../responder/shipped-bot.ts'

/** The page as it is served, on this machine alone. */
export type ServedPage = {
  /** Where it is, without a slash at the end. */
  readonly address: string
  readonly bot: Bot
  /** All that was logged, as it was written. */
  readonly logged: () => string
  readonly stop: () => Promise<void>
}

export type PageOptions = {
  /** Left out, nobody is held back and no site may frame the chat. */
  readonly settings?: Partial<WebSettings>
  /** Left out, the bot as shipped. */
  readonly bot?: Bot
  /** Folder of other documents than those shipped. */
  readonly knowledgeDir?: string
}

/** What ends with a test, or with whatever else needs the page. */
export type Ending = { readonly onTestFinished: (end: () => Promise<void>) => void }

/** Serves the page over a real server, until the end; a fault that was logged by then is an error. */
export async function startPage({ onTestFinished }: Ending, options: PageOptions = {}): Promise<ServedPage> {
  const { settings = {}, knowledgeDir } = options
  const bot = options.bot ?? (knowledgeDir === undefined ? shippedBot : openBot(knowledgeDir, today).bot)
  const lines: string[] = []
  const log = createLog({ level: 'info', secrets: [], destination: collect(lines) })
  const http = createHttpServer({ host: '127.0.0.1', port: 0, log })
  const page = createWebAdapter({
    bot,
    replies: createReplies(bot),
    settings: { ...usual, ...settings },
    health: createHealth(),
    metrics: createMetrics(),
    log,
    http,
    onListening: () => {},
  })
  await page.start()

  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= page.stop().then(() => http.close())
    return stopping
  }
  onTestFinished(async () => {
    await stop()
    const faults = lines.filter((line) => line.includes('"level":"error"') && !line.includes('"event":"answer-failed"'))
    if (faults.length > 0) throw new Error(`The page had faults:\n${faults.join('')}`)
  })
  return { address: await http.listen(), bot, logged: () => lines.join(''), stop }
}

const usual: WebSettings = { widgetOrigins: [], isMetricsPublic: false, isRateLimited: false, isProxyTrusted: false }

function collect(lines: string[]): Writable {
  return new Writable({
    write: (chunk, _, done) => {
      lines.push(String(chunk))
      done()
    },
  })
}
