import { isDeepStrictEqual } from 'node:util'
import { type APIApplication, REST, type RESTPutAPIApplicationCommandsJSONBody, Routes } from 'discord.js'
import type { Bot } from '../../responder/bot.ts'
import { createCommands } from './commands.ts'
import type { DiscordSettings } from './settings.ts'

type Commands = RESTPutAPIApplicationCommandsJSONBody

export type RegisterParts = {
  readonly rest: REST
  readonly applicationId: string
  readonly commands: Readonly<Commands>
  /** The one server to register in, for development: changes show there at once. */
  readonly serverId?: string
  readonly signal?: AbortSignal
}

/**
 * Registers the commands where they differ from what Discord has, and says whether they did.
 *
 * A comparison first, since writing counts against 200 created commands a day, and every start would write.
 */
export async function registerCommands({
  rest,
  applicationId,
  commands,
  serverId,
  signal,
}: RegisterParts): Promise<boolean> {
  const route =
    serverId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, serverId)
  const wanted = serverId === undefined ? commands : commands.map(inOneServer)
  const registered = await rest.get(route, {
    query: new URLSearchParams({ with_localizations: 'true' }),
    ...(signal === undefined ? {} : { signal }),
  })
  if (isDeepStrictEqual(normalized(registered), normalized(wanted))) return false

  await rest.put(route, { body: wanted, ...(signal === undefined ? {} : { signal }) })
  return true
}

/** The same without a connection: the application is the token's own. */
export async function registerNow(bot: Bot, { token, apiUrl, devServer }: DiscordSettings): Promise<boolean> {
  const rest = new REST({ api: apiUrl, version: '10' }).setToken(token)
  const { id } = (await rest.get(Routes.currentApplication())) as APIApplication
  const where = devServer === undefined ? {} : { serverId: devServer }
  return registerCommands({ rest, applicationId: id, commands: createCommands(bot), ...where })
}

/** Contexts and kinds of installation belong to commands for all servers alone; application-commands.mdx, checked 2026-11-23. */
function inOneServer(command: Commands[number]): Commands[number] {
  const { contexts: _contexts, integration_types: _types, ...rest } = command
  return rest
}

/** The fields that we set, without what stands for nothing and without order where order means nothing. */
function normalized(commands: unknown): unknown {
  if (!Array.isArray(commands)) return commands
  return commands.map(meaningOf).toSorted((a, b) => String(a['name']).localeCompare(String(b['name'])))
}

function meaningOf(command: unknown): Record<string, unknown> {
  if (typeof command !== 'object' || command === null) return {}
  const entries = Object.entries(command).flatMap(([key, value]): [string, unknown][] => {
    if (!(key in readings) || isNothing(value)) return []
    return [[key, readings[key as keyof typeof readings](value)]]
  })
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const same = (value: unknown) => value
const unordered = (value: unknown) =>
  Array.isArray(value) ? value.map(String).toSorted((a, b) => a.localeCompare(b)) : value
const each = (value: unknown) => (Array.isArray(value) ? value.map(meaningOf) : value)

/** What is compared, and how. */
const readings = {
  type: same,
  name: same,
  name_localizations: same,
  description: same,
  description_localizations: same,
  required: same,
  autocomplete: same,
  max_length: same,
  value: same,
  options: each,
  choices: each,
  contexts: unordered,
  integration_types: unordered,
}

/** Discord fills in what was left out. */
function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
