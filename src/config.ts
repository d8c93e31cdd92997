import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { config as readDotenv } from 'dotenv'
import { z } from 'zod'
import { type DiscordSettings, discord, readDiscord } from './adapters/discord/settings.ts'
import { readSlack, type SlackSettings, slack } from './adapters/slack/settings.ts'
import { checkWeb, readWeb, type WebSettings, web } from './adapters/web/settings.ts'
import type { LogLevel } from './operations/log.ts'

/** The settings of this program, read once at start. */
export type Config = {
  /** Folder of the documents, absolute. */
  readonly knowledgeDir: string
  /** Whether output may be coloured where it goes to a terminal; https://no-color.org. */
  readonly color: boolean
  readonly logLevel: LogLevel
  /** Where the HTTP server listens; port 0 is any that is free. */
  readonly http: { readonly host: string; readonly port: number }
  readonly web: WebSettings
  /** Present where Discord has a token: the adapter starts. */
  readonly discord?: DiscordSettings
  /** Present where Slack has its tokens: the adapter starts. */
  readonly slack?: SlackSettings
}

/** Settings as they stand in the environment; one that is empty counts as absent. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Reads the settings from `.env` in the working directory and from the environment, which wins. */
export function loadConfig(): Config {
  const fromFile: Record<string, string> = {}
  const { error } = readDotenv({ quiet: true, processEnv: fromFile })
  if (error !== undefined && error.code !== 'ENOENT') {
    throw new ConfigError(['.env cannot be read (make it a text file that this user may read, or remove it)'], error)
  }
  return parseConfig({ ...fromFile, ...process.env })
}

/** Makes a Config of settings, or throws a ConfigError with everything that is wrong with them. */
export function parseConfig(environment: Environment): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''))
  const settings = schema.safeParse(present)
  const invalid = (settings.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`)
  const problems = [...invalid, ...findMissing(present)]
  if (!settings.success || problems.length > 0) throw new ConfigError(problems)

  const { KNOWLEDGE_DIR: knowledgeDir, NO_COLOR: noColor, LOG_LEVEL: logLevel, HOST: host, PORT: port } = settings.data
  const discordSettings = readDiscord(settings.data)
  const slackSettings = readSlack(settings.data)
  return {
    knowledgeDir,
    color: noColor === undefined,
    logLevel,
    http: { host, port },
    web: readWeb(settings.data),
    ...(discordSettings === undefined ? {} : { discord: discordSettings }),
    ...(slackSettings === undefined ? {} : { slack: slackSettings }),
  }
}

/** Settings that nobody can start with: names each one and the fix, never a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(problems: readonly string[], cause?: unknown) {
    super(['Cannot read the settings:', ...problems.map((problem) => `  ${problem}`)].join('\n'), { cause })
  }
}

/** The same depth from `src/` and from `dist/`. */
const packageRoot = fileURLToPath(new URL('../', import.meta.url))

const general = {
  KNOWLEDGE_DIR: z
    .string()
    .transform((folder) => resolve(folder))
    .refine(isFolder, 'names no folder (set it to the folder that holds the documents, or remove it)')
    .default(resolve(packageRoot, 'knowledge')),
  NO_COLOR: z.string().optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info'] satisfies readonly LogLevel[], 'must be fatal, error, warn or info')
    .default('info'),
  HOST: z
    .string()
    .trim()
    .regex(/^[\w.:-]+$/, 'is no address to listen on (set it to one such as 127.0.0.1 or 0.0.0.0, or remove it)')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .trim()
    .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a number from 0 to 65535')
    .default(3000),
}

/** A platform starts when one of each group that it needs is set; none of its other settings may be set without that. */
const platforms = [discord, slack]

const schema = z.object({ ...general, ...web, ...discord.settings, ...slack.settings }).superRefine(checkWeb)

function findMissing(present: Environment): readonly string[] {
  return platforms.flatMap(({ needs, settings }) => {
    const set = Object.keys(settings).filter((name) => present[name] !== undefined)
    const missing = set.length === 0 ? [] : needs.filter((names) => names.every((name) => present[name] === undefined))
    return missing.map((names) => `${names.join(' or ')} is missing (set it, or remove ${set.join(', ')})`)
  })
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
