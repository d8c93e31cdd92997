import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { config as readDotenv } from 'dotenv'
import { z } from 'zod'
import { type DiscordSettings, discord, readDiscord } from './adapters/discord/settings.ts'
import type { LogLevel } from './operations/log.ts'

/** The settings of this program, read once at start. */
export type Config = {
  /** Folder of the documents, absolute. */
  readonly knowledgeDir: string
  /** Whether output may be coloured where it goes to a terminal; https://no-color.org. */
  readonly color: boolean
  readonly logLevel: LogLevel
  /** Present where Discord has a token: the adapter starts. */
  readonly discord?: DiscordSettings
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

  const { KNOWLEDGE_DIR: knowledgeDir, NO_COLOR: noColor, LOG_LEVEL: logLevel } = settings.data
  const discordSettings = readDiscord(settings.data)
  return {
    knowledgeDir,
    color: noColor === undefined,
    logLevel,
    ...(discordSettings === undefined ? {} : { discord: discordSettings }),
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
}

/** A platform starts when what it needs is set; none of its other settings may be set without that. */
const platforms = [discord]

const schema = z.object({ ...general, ...discord.settings })

function findMissing(present: Environment): readonly string[] {
  return platforms.flatMap(({ needs, settings }) => {
    const set = Object.keys(settings).filter((name) => present[name] !== undefined)
    const missing = set.length === 0 ? [] : needs.filter((name) => present[name] === undefined)
    return missing.map((name) => `${name} is missing (set it, or remove ${set.join(', ')})`)
  })
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
