import { REST, type RESTPutAPIApplicationCommandsJSONBody } from 'discord.js'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createCommands } from '../../../src/adapters/discord/commands.ts'
import { registerCommands, registerNow } from '../../../src/adapters/discord/register-commands.ts'
import { bot } from '../../responder/shipped-bot.ts'
import { startDiscordStandIn } from '../../stand-ins/discord/discord-stand-in.ts'

type Commands = RESTPutAPIApplicationCommandsJSONBody
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const shipped = createCommands(bot)

describe('registerCommands()', () => {
  it('writes once, and not again while nothing changes, however Discord fills in and orders what it keeps', async () => {
    const { discord, register } = await open()

    const results = [await register(shipped), await register(shipped), await register(shipped)]

    expect(results).toEqual([true, false, false])
    expect(discord.commands.counts).toEqual({ reads: 3, writes: 1, created: shipped.length })
    expect(discord.problems).toEqual([])
  })

  it('writes for one server once, without what belongs to commands for all', async () => {
    const { discord, register } = await open()

    const results = [await register(shipped, discord.guild.id), await register(shipped, discord.guild.id)]

    expect(results).toEqual([true, false])
    expect(discord.commands.find('ask', 1)).toBeUndefined()
    expect(discord.commands.find('ask', 1, discord.guild.id)).toBeDefined()
    expect(discord.commands.find('ask', 1, discord.guild.id)?.contexts).toBeUndefined()
    expect(discord.problems).toEqual([])
  })

  it('leaves the order of commands, of places and of languages to Discord', async () => {
    const { register } = await open()
    await register(shipped)

    const turned = asJson(shipped).map((command) => reversed(command, ['contexts', 'integration_types']))

    expect(await register(toCommands(turned.toReversed()))).toBe(false)
  })

  it('sees the order of options and of choices, which people see', async () => {
    const { register } = await open()
    await register(shipped)
    const [ask, ...others] = asJson(shipped)
    const { options = [] } = ask as { readonly options?: readonly Json[] }
    const [question, visible, document] = options
    const withOptions = (...list: readonly (Json | undefined)[]) =>
      toCommands([Object.assign({}, ask, { options: list }), ...others])

    const swapped = await register(withOptions(question, document, visible))
    const back = await register(shipped)
    const turned = await register(withOptions(question, reversed(visible, ['choices']), document))

    expect([swapped, back, turned]).toEqual([true, true, true])
  })

  it('sees a command, an option, a choice or a language less, and one more', { timeout: 60_000 }, async () => {
    const { register } = await open({ check: false })
    const fewer = withoutOne(asJson(shipped))

    const missed = await inTurn(fewer, async ([path, changed]) => {
      await register(shipped)
      const isSeen = await register(toCommands(changed))
      const isSeenBack = await register(shipped)
      return isSeen && isSeenBack ? [] : [path]
    })

    expect(fewer.length).toBeGreaterThan(100)
    expect(missed.flat()).toEqual([])
  })

  it('sees every change of a word, a number or a switch, and writes it once', { timeout: 60_000 }, async () => {
    const { register } = await open({ check: false })
    const changes = withOneChanged(asJson(shipped))

    const missed = await inTurn(changes, async ([path, changed]) => {
      await register(shipped)
      const isSeen = await register(toCommands(changed))
      const isSeenAgain = await register(toCommands(changed))
      return isSeen && !isSeenAgain ? [] : [path]
    })

    expect(changes.length).toBeGreaterThan(200)
    expect(missed.flat()).toEqual([])
  })

  it('takes away what another program has registered', async () => {
    const { discord, register } = await open()
    await register([...shipped, { name: 'older', description: 'A command of an older version' }])

    expect(await register(shipped)).toBe(true)
    expect(discord.commands.find('older', 1)).toBeUndefined()
  })

  it('fails where Discord does not let it, so that its caller can say so', async () => {
    const { discord, register } = await open()
    discord.faults.add({ match: { method: 'PUT' }, kind: 'status', status: 403, code: 50_001 })

    await expect(register(shipped)).rejects.toMatchObject({ code: 50_001 })
    await expect(register(shipped, '1')).rejects.toMatchObject({ code: 50_001 })
  })
})

describe('registerNow()', () => {
  it('needs nothing but the settings, and finds the application by its token', async () => {
    const { discord } = await open()
    const settings = { token: discord.token, apiUrl: discord.apiUrl, channels: [], plainText: false }

    const results = [await registerNow(bot, settings), await registerNow(bot, settings)]
    const inServer = await registerNow(bot, { ...settings, devServer: discord.guild.id })

    expect([...results, inServer]).toEqual([true, false, true])
    expect(discord.gateway.connections).toEqual([])
    expect(discord.problems).toEqual([])
  })
})

/** A stand-in, and registering there through the library itself. */
async function open(options: { readonly check?: boolean } = {}) {
  const discord = await startDiscordStandIn({ ...options, record: false })
  onTestFinished(() => discord.close())
  // The library holds itself back to 50 requests a second, for which nobody here has to wait.
  const rest = new REST({ api: discord.apiUrl, version: '10', retries: 0, globalRequestsPerSecond: 1_000_000 })
  rest.setToken(discord.token)
  const register = (commands: Readonly<Commands>, serverId?: string) =>
    registerCommands({
      rest,
      applicationId: discord.application.id,
      commands,
      ...(serverId === undefined ? {} : { serverId }),
    })
  return { discord, register }
}

function asJson(commands: Readonly<Commands>): readonly Json[] {
  return JSON.parse(JSON.stringify(commands)) as readonly Json[]
}

function toCommands(json: Json): Commands {
  return JSON.parse(JSON.stringify(json)) as Commands
}

/** The same with these lists turned round, and all fields and languages in another order. */
function reversed(value: Json | undefined, lists: readonly string[]): Json {
  if (typeof value !== 'object' || value === null) return value ?? null
  if (Array.isArray(value)) return value.map((each) => reversed(each as Json, lists))
  const entries = Object.entries(value).map(([key, each]): [string, Json] => {
    const turned = reversed(each, lists)
    return [key, lists.includes(key) && Array.isArray(turned) ? turned.toReversed() : turned]
  })
  return Object.fromEntries(entries.toReversed())
}

type Variant = readonly [path: string, changed: Json]

/** Each way to change one value, with the path that leads to it; the type of a thing is what it is. */
function withOneChanged(value: Json, path = ''): readonly Variant[] {
  if (typeof value === 'string') return [[path, `${value}x`]]
  if (typeof value === 'number') return [[path, value + 40]]
  if (typeof value === 'boolean') return [[path, !value]]
  return inside(value, path, withOneChanged)
}

/** Each way to leave out one element of a list, or one language, with the path that leads to it. */
function withoutOne(value: Json, path = ''): readonly Variant[] {
  if (typeof value !== 'object' || value === null) return []
  const deeper = inside(value, path, withoutOne)
  if (Array.isArray(value))
    return [...value.map((_, place): Variant => [`${path}/${place}`, without(value, place)]), ...deeper]
  if (!path.endsWith('_localizations')) return deeper
  const left = Object.keys(value).map((gone): Variant => {
    return [`${path}/${gone}`, Object.fromEntries(Object.entries(value).filter(([key]) => key !== gone))]
  })
  return [...left, ...deeper]
}

function inside(
  value: Json,
  path: string,
  vary: (value: Json, path: string) => readonly Variant[],
): readonly Variant[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value as Readonly<Record<string, Json>>).flatMap(([key, each]) =>
    vary(each, `${path}/${key}`).map(([where, changed]): Variant => [where, withValue(value, key, changed)]),
  )
}

function withValue(value: Json, key: string, changed: Json): Json {
  if (Array.isArray(value)) return value.with(Number(key), changed) as readonly Json[]
  return { ...(value as Readonly<Record<string, Json>>), [key]: changed }
}

function without(list: readonly Json[], place: number): Json {
  return list.filter((_, each) => each !== place)
}

async function inTurn<Item, Value>(
  items: readonly Item[],
  step: (item: Item) => Promise<Value>,
): Promise<readonly Value[]> {
  const results: Value[] = []
  // oxlint-disable-next-line no-await-in-loop
  for (const item of items) results.push(await step(item))
  return results
}
