import type { Adapter } from './adapters/adapter.ts'
import type { DiscordSettings } from './adapters/discord/settings.ts'
import { createHttpServer, type HttpServer } from './adapters/http-server.ts'
import { PlatformRefused } from './adapters/platform-refused.ts'
import type { Replies } from './adapters/reply.ts'
import type { SlackSettings } from './adapters/slack/settings.ts'
import type { WebSettings } from './adapters/web/settings.ts'
import { createWebAdapter } from './adapters/web/web-adapter.ts'
import { createHealth, type Health } from './operations/health.ts'
import { createLog, type Log, type LogLevel } from './operations/log.ts'
import { createMetrics, type Metrics } from './operations/metrics.ts'
import type { Bot } from './responder/bot.ts'

/** What of the settings is about running. */
export type StartSettings = {
  readonly logLevel: LogLevel
  readonly http: { readonly host: string; readonly port: number }
  readonly web: WebSettings
  readonly discord?: DiscordSettings
  readonly slack?: SlackSettings
}

export type StartParts = {
  readonly settings: StartSettings
  readonly bot: Bot
  readonly replies: Replies
  /** Tells the operator, in lines for reading. */
  readonly tell: (lines: readonly string[]) => void
  /** Hears of the page's address once people can open it. */
  readonly onListening: (address: string) => void
}

/** An adapter that may be refused for good, by its platform or this machine: then `start` or `ended` rejects with what to mend. */
type Platform = Adapter & { readonly ended: () => Promise<void> }

type PlatformParts = Pick<StartParts, 'bot' | 'tell'> & {
  readonly log: Log
  readonly health: Health
  readonly http: HttpServer
  readonly metrics: Metrics
}

/** Exit codes, as the other commands have them. */
const exit = { ended: 0, fault: 1, settings: 2 } as const

/**
 * Starts the page and every platform whose settings are present, and waits until all have ended: by a signal, or each for
 * a reason of its own, which leaves the others serving. Gives the exit code.
 */
export async function startPlatforms({ settings, bot, replies, tell, onListening }: StartParts): Promise<number> {
  const log = createLog({ level: settings.logLevel, secrets: secretsOf(settings) })
  const metrics = createMetrics()
  const health = createHealth((platform, { state, reason }) => log.info('health', { platform, state, reason }))
  endOnFault(log)
  warm(bot)
  const http = createHttpServer({ ...settings.http, log })
  const parts = { bot, tell, log, health, http, metrics }
  const platforms = await loadPlatforms(settings, parts)
  const page = createWebAdapter({ ...parts, replies, settings: settings.web, onListening })
  stopOnSignal([page, ...platforms])
  // Whoever asks whether all is ready hears of each platform from the first moment on.
  for (const { name } of platforms) health.report(name, 'connecting')

  const pageCode = run(page)
  const codes = await Promise.all(platforms.map(run))
  // Whoever has set up platforms does not want a page alone, and a supervisor has to hear that they have ended.
  if (platforms.length > 0) await page.stop()
  codes.push(await pageCode)
  await http.close()
  return Math.max(...codes)

  async function run(platform: Platform): Promise<number> {
    try {
      await platform.start()
      await platform.ended()
      return exit.ended
    } catch (error) {
      if (isStop(error)) return exit.ended
      const isRefused = error instanceof PlatformRefused
      if (isRefused) tell([error.message])
      log.error('platform-ended', { platform: platform.name, ...(isRefused ? {} : { error }) })
      return isRefused ? exit.settings : exit.fault
    }
  }
}

function secretsOf({ discord, slack }: StartSettings): readonly string[] {
  const { botToken, connection } = slack ?? {}
  const secrets = [
    discord?.token,
    botToken,
    connection?.type === 'socket' ? connection.appToken : connection?.signingSecret,
  ]
  return secrets.filter((secret) => secret !== undefined)
}

/** Platforms are imported only where they are used: each brings much with it. */
async function loadPlatforms({ discord, slack }: StartSettings, parts: PlatformParts): Promise<readonly Platform[]> {
  const platforms: Platform[] = []
  if (discord !== undefined) {
    const { createDiscordAdapter } = await import('./adapters/discord/discord-adapter.ts')
    platforms.push(createDiscordAdapter({ ...parts, settings: discord }))
  }
  if (slack !== undefined) {
    const { createSlackAdapter } = await import('./adapters/slack/slack-adapter.ts')
    platforms.push(createSlackAdapter({ ...parts, settings: slack }))
  }
  return platforms
}

/** Lets replies in flight finish at the first signal; a second one ends the process at once. */
function stopOnSignal(platforms: readonly Platform[]): void {
  const stop = () => {
    for (const platform of platforms) platform.stop().catch(() => {})
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

/** A fault that nobody caught ends the process, for a supervisor to start it anew; its message may hold a person's words. */
function endOnFault(log: Log): void {
  const end = (error: unknown) => {
    log.error('fault', { error })
    process.exit(exit.fault)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}

/** Some indexes are built when first needed, which takes half a second in a large library: nobody should wait for that. */
function warm(bot: Bot): void {
  bot.rank({ text: 'serotonim' }, 1)
  bot.suggest('serotonim', 1)
  bot.suggestDocuments('serotonim', 1)
  bot.places()
}

/** Stopped before the start was over. */
function isStop(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}
