import type { Adapter } from './adapters/adapter.ts'
import type { DiscordSettings } from './adapters/discord/settings.ts'
import { createHttpServer, type HttpServer } from './adapters/http-server.ts'
import { PlatformRefused } from './adapters/platform-refused.ts'
import type { SlackSettings } from './adapters/slack/settings.ts'
import { createHealth, type Health } from './operations/health.ts'
import { createLog, type Log, type LogLevel } from './operations/log.ts'
import type { Bot } from './responder/bot.ts'

/** What of the settings is about running. */
export type StartSettings = {
  readonly logLevel: LogLevel
  readonly http: { readonly host: string; readonly port: number }
  readonly discord?: DiscordSettings
  readonly slack?: SlackSettings
}

export type StartParts = {
  readonly settings: StartSettings
  readonly bot: Bot
  /** Tells the operator, in lines for reading. */
  readonly tell: (lines: readonly string[]) => void
}

/** An adapter whose platform may refuse it for good: then `ended` rejects with what to mend. */
type Platform = Adapter & { readonly ended: () => Promise<void> }

type PlatformParts = Omit<StartParts, 'settings'> & {
  readonly log: Log
  readonly health: Health
  readonly http: HttpServer
}

/** Exit codes, as the other commands have them. */
const exit = { ended: 0, fault: 1, settings: 2 } as const

/**
 * Starts every platform whose settings are present, and waits until all have ended: by a signal, or each for a reason of
 * its own, which leaves the others serving. Gives the exit code.
 */
export async function startPlatforms({ settings, bot, tell }: StartParts): Promise<number> {
  const log = createLog({ level: settings.logLevel, secrets: secretsOf(settings) })
  const health = createHealth((platform, { state, reason }) => log.info('health', { platform, state, reason }))
  endOnFault(log)
  warm(bot)
  const http = createHttpServer({ ...settings.http, log })
  const platforms = await loadPlatforms(settings, { bot, tell, log, health, http })
  stopOnSignal(platforms)

  const codes = await Promise.all(
    platforms.map(async (platform) => {
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
    }),
  )
  await http.close()
  return Math.max(...codes)
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
