import type { Writable } from 'node:stream'
import { pino } from 'pino'
import { errorFacts } from './error-facts.ts'
import { createRedact } from './redact.ts'

/** What is written down of what happens: events and harmless facts, never what a person wrote or who they are. */
export type Log = Readonly<Record<'info' | 'warn' | 'error', (event: string, fields?: LogFields) => void>>

/** Least severe entries that are written. There is no `debug`: what libraries tell there holds people's words. */
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info'

/** All that an entry may hold beside its event; anything else given is left out. */
export type LogFields = { readonly [Name in keyof Facts]?: Facts[Name] | undefined }

export type LogOptions = {
  readonly level: LogLevel
  /** Values that must not be written, such as tokens. */
  readonly secrets: readonly string[]
  /** Standard output unless told otherwise. */
  readonly destination?: Writable
}

type Facts = {
  readonly platform: string
  readonly code: string | number
  /** HTTP status. */
  readonly status: number
  /** HTTP method. */
  readonly method: string
  /** Anything thrown; written as `errorFacts` tells it. */
  readonly error: unknown
  readonly count: number
  readonly ms: number
  /** Name of the setting to mend. */
  readonly setting: string
  readonly state: string
  /** In words of our own. */
  readonly reason: string
  /** Id of a server. */
  readonly server: string
}

const plain = ['platform', 'code', 'status', 'method', 'count', 'ms', 'setting', 'state', 'reason', 'server'] as const

/** Room for a reason; more would be somebody's text. */
const maxCharacters = 300

/** Creates the log: one line of JSON an entry, each of them redacted on its way out, whoever wrote it. */
export function createLog({ level, secrets, destination = process.stdout }: LogOptions): Log {
  const redact = createRedact(secrets)
  // Nobody may be left to read; the bot goes on.
  destination.on('error', () => {})
  const options = {
    level,
    base: null,
    messageKey: 'event',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  }
  const logger = pino(options, { write: (line) => void destination.write(redact(line)) })

  return {
    info: (event, fields = {}) => logger.info(harmless(fields, redact), event),
    warn: (event, fields = {}) => logger.warn(harmless(fields, redact), event),
    error: (event, fields = {}) => logger.error(harmless(fields, redact), event),
  }
}

/** The facts that an entry may hold. Texts are redacted before they are cut, as half a secret looks like none. */
function harmless(fields: LogFields, redact: (text: string) => string): object {
  const facts = Object.fromEntries(plain.map((name) => [name, plainValue(fields[name], redact)]))
  return { ...facts, ...(fields.error === undefined ? {} : { error: errorFacts(fields.error) }) }
}

/** Checked again as the program runs: what libraries give is not always what their types say. */
function plainValue(value: unknown, redact: (text: string) => string): string | number | undefined {
  if (typeof value === 'string') return redact(value).slice(0, maxCharacters)
  return typeof value === 'number' ? value : undefined
}
