import { RestError } from './rest-error.ts'
import type { World } from './world.ts'

/** A command as the bot sends it, or a part of one: an option, a choice. */
type Sent = Readonly<Record<string, unknown>>

/** A registered command as Discord gives it back. */
export type StoredCommand = {
  readonly id: string
  readonly type: number
  readonly name: string
  readonly guild_id?: string
  readonly version: string
  readonly options?: readonly StoredOption[]
  readonly contexts?: readonly number[] | null
  readonly integration_types?: readonly number[]
}

/** A blank of a command. */
export type StoredOption = {
  readonly type: number
  readonly name: string
  readonly required?: boolean
  readonly autocomplete?: boolean
  readonly min_length?: number
  readonly max_length?: number
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[]
}

/** The registered commands, for everywhere and of single servers, and how often they were read and written. */
export type CommandStore = {
  readonly counts: { readonly reads: number; readonly writes: number; readonly created: number }
  readonly read: (application: string, guild: string | undefined, withLocalizations: boolean) => readonly object[]
  readonly write: (application: string, guild: string | undefined, commands: readonly Sent[]) => readonly object[]
  /** The command that a person in this server (or in none) would get under a name. */
  readonly find: (name: string, type: number, guild?: string) => StoredCommand | undefined
}

/** Makes an empty store. */
export function createCommandStore(world: World): CommandStore {
  const scopes = new Map<string, readonly StoredCommand[]>()
  const counts = { reads: 0, writes: 0, created: 0 }
  const commandsOf = (guild?: string) => scopes.get(guild ?? 'everywhere') ?? []

  return {
    counts,
    read: (application, guild, withLocalizations) => {
      checkScope(world, application, guild)
      counts.reads += 1
      // No order is promised, so the order is not the one in which they were sent.
      const commands = commandsOf(guild).toReversed()
      return withLocalizations ? commands : commands.map(withoutLocalizations)
    },
    write: (application, guild, commands) => {
      checkScope(world, application, guild)
      counts.writes += 1
      const before = commandsOf(guild)
      const after = commands.map((command) => {
        const known = before.find(({ name, type }) => name === command['name'] && type === (command['type'] ?? 1))
        if (known === undefined) counts.created += 1
        return store(world, command, guild, known)
      })
      scopes.set(guild ?? 'everywhere', after)
      world.changed()
      return after
    },
    find: (name, type, guild) =>
      [...(guild === undefined ? [] : commandsOf(guild)), ...commandsOf()].find(
        (command) => command.name === name && command.type === type,
      ),
  }
}

function checkScope(world: World, application: string, guild: string | undefined): void {
  if (application !== world.application.id) throw new RestError('notYourApplication')
  if (guild !== undefined && world.guilds.get(guild)?.botIsMember !== true) throw new RestError('missingAccess')
}

/** The form in which Discord keeps a command: every default written out, what is off left away. */
function store(world: World, command: Sent, guild: string | undefined, known?: StoredCommand): StoredCommand {
  const { contexts, integration_types: types } = command as Partial<StoredCommand>
  const options = ((command['options'] ?? []) as readonly Sent[]).map(storeOption)
  const kept = {
    id: known?.id ?? world.newId(),
    application_id: world.application.id,
    version: known?.version ?? world.newId(),
    type: Number(command['type'] ?? 1),
    ...storeTexts(command),
    name: String(command['name']),
    default_member_permissions: command['default_member_permissions'] ?? null,
    nsfw: command['nsfw'] ?? false,
    ...(options.length > 0 && { options }),
    ...(guild === undefined
      ? {
          dm_permission: contexts?.includes(1) ?? true,
          contexts: contexts?.toSorted() ?? null,
          integration_types: types?.toSorted() ?? Object.keys(world.application.integration_types_config).map(Number),
        }
      : { guild_id: guild }),
  }
  const isSame = known === undefined || JSON.stringify(known) === JSON.stringify(kept)
  return isSame ? kept : { ...kept, version: world.newId() }
}

function storeOption(option: Sent): StoredOption {
  const { required, autocomplete, choices, options, ...rest } = option
  return {
    ...rest,
    ...storeTexts(option),
    type: Number(option['type']),
    name: String(option['name']),
    ...(required === true && { required }),
    ...(autocomplete === true && { autocomplete }),
    ...(Array.isArray(options) && { options: (options as readonly Sent[]).map(storeOption) }),
    ...(Array.isArray(choices) && {
      choices: (choices as readonly Sent[]).map((choice) =>
        Object.assign({ name: '', value: '', name_localizations: null }, choice),
      ),
    }),
  }
}

function storeTexts(thing: Sent): object {
  return {
    name_localizations: localizations(thing['name_localizations']),
    description: thing['description'] ?? '',
    description_localizations: localizations(thing['description_localizations']),
  }
}

/** Localisations come back in an order of their own; none at all come back as null. */
function localizations(sent: unknown): object | null {
  const entries = Object.entries(sent ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return entries.length === 0 ? null : Object.fromEntries(entries)
}

function withoutLocalizations(stored: object): object {
  return JSON.parse(
    JSON.stringify(stored, (key, value: unknown) => (key.endsWith('_localizations') ? undefined : value)),
  ) as object
}
