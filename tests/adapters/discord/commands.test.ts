import { ApplicationCommandType, InteractionContextType, Locale } from 'discord.js'
import { expect, it } from 'vitest'
import { commandNames, createCommands, visibilities } from '../../../src/adapters/discord/commands.ts'
import { bot } from '../../responder/shipped-bot.ts'
import { checkCommands } from '../../stand-ins/discord/check-body.ts'

type Option = {
  readonly name: string
  readonly required?: boolean
  readonly autocomplete?: boolean
  readonly choices?: readonly { readonly value: string }[]
}
type Command = {
  readonly name: string
  readonly type: ApplicationCommandType
  readonly contexts: readonly number[]
  readonly integration_types: readonly number[]
  readonly options?: readonly Option[]
}

/** As they go over the wire. */
const commands = JSON.parse(JSON.stringify(createCommands(bot))) as readonly Command[]

it('createCommands() makes what Discord takes', () => {
  expect(checkCommands(commands)).toEqual([])
})

it('createCommands() makes every command of the adapter, under the name by which it comes back, and one for messages', () => {
  const names = (type: ApplicationCommandType) => commands.filter((each) => each.type === type).map(({ name }) => name)

  expect(names(ApplicationCommandType.ChatInput).toSorted()).toEqual(Object.values(commandNames).toSorted())
  expect(names(ApplicationCommandType.Message)).toEqual(['Answer this'])
  expect(commands).toHaveLength(Object.keys(commandNames).length + 1)
})

it('createCommands() offers every command in servers, in direct messages and among people, however the bot is installed', () => {
  const { Guild, BotDM, PrivateChannel } = InteractionContextType

  for (const { contexts, integration_types: types } of commands) {
    expect(contexts).toEqual([Guild, BotDM, PrivateChannel])
    expect(types).toEqual([0, 1])
  }
})

it('createCommands() asks for the question alone, and lets visibility and document be chosen', () => {
  const options = commands.find(({ name }) => name === commandNames.ask)?.options

  expect(options?.map(({ name, required, autocomplete }) => [name, required, autocomplete])).toEqual([
    ['question', true, true],
    ['visible', undefined, undefined],
    ['document', undefined, true],
  ])
  expect(options?.[1]?.choices?.map(({ value }) => value)).toEqual([visibilities.me, visibilities.everyone])
})

it('createCommands() has the words of every language under the keys of Discord, wherever words are', () => {
  const { EnglishUS, EnglishGB, SpanishES, SpanishLATAM, PortugueseBR, French, German } = Locale
  const wanted = [EnglishUS, EnglishGB, SpanishES, SpanishLATAM, PortugueseBR, French, German].toSorted()
  const things = everyThing(commands)

  const named = things.filter((thing) => 'name' in thing)
  const described = things.filter((thing) => 'description' in thing)

  expect(named.length).toBeGreaterThan(described.length)
  expect(described.length).toBeGreaterThan(commands.length)
  for (const thing of named) expect(keysOf(thing, 'name_localizations')).toEqual(wanted)
  for (const thing of described) expect(keysOf(thing, 'description_localizations')).toEqual(wanted)
})

it('createCommands() says the same in all kinds of one language, and something else in another', () => {
  const { name_localizations: names } = commands.find(
    ({ type }) => type === ApplicationCommandType.Message,
  ) as unknown as {
    readonly name_localizations: Readonly<Record<string, string>>
  }

  expect(names['en-GB']).toBe(names['en-US'])
  expect(names['es-419']).toBe(names['es-ES'])
  expect(new Set(Object.values(names)).size).toBe(5)
})

/** Commands, options and choices, however deep. */
function everyThing(value: unknown): readonly object[] {
  if (Array.isArray(value)) return value.flatMap(everyThing)
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).filter(Array.isArray).flatMap(everyThing)
  return [value, ...inside]
}

function keysOf(thing: object, field: string): readonly string[] {
  const localizations = (thing as Readonly<Record<string, object | undefined>>)[field]
  return Object.keys(localizations ?? {}).toSorted()
}
