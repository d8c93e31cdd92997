import { describe, expect, it } from 'vitest'
import type { Bot } from '../../../../src/responder/bot.ts'
import { bot } from '../../../responder/shipped-bot.ts'
import { type Discord, startDiscord } from './start-discord.ts'

const names = ['Answer this', 'about', 'ask', 'help', 'privacy', 'support', 'topics']
const locales = ['de', 'en-GB', 'en-US', 'es-419', 'es-ES', 'fr', 'pt-BR']

/** A command, option or choice as it is sent. */
type Named = {
  readonly name: string
  readonly name_localizations?: Readonly<Record<string, string>>
  readonly description?: string
  readonly description_localizations?: Readonly<Record<string, string>>
  readonly integration_types?: readonly number[]
  readonly contexts?: readonly number[]
  readonly options?: readonly Named[]
  readonly choices?: readonly Named[]
}

describe('the commands', () => {
  it('are registered for all servers, each for servers and people, usable everywhere', async () => {
    const discord = await startDiscord()

    const [put, ...others] = writes(discord)

    expect(others).toEqual([])
    expect(put?.path).toBe(`/applications/${discord.application.id}/commands`)
    const commands = put?.body as readonly Named[]
    expect(commands.map(({ name }) => name).toSorted()).toEqual(names)
    for (const command of commands) {
      expect(command.integration_types?.toSorted()).toEqual([0, 1])
      expect(command.contexts?.toSorted()).toEqual([0, 1, 2])
    }
  })

  it('have names and descriptions in every language, under the keys that Discord has for them', async () => {
    const discord = await startDiscord()

    const commands = writes(discord)[0]?.body as readonly Named[]
    const named = commands.flatMap(withParts)

    expect(named).toHaveLength(7 + 4 + 2)
    for (const each of named) expect(localesOf(each.name_localizations)).toEqual(locales)
    const described = named.filter(({ description = '' }) => description !== '')
    expect(described).toHaveLength(6 + 4)
    for (const each of described) expect(localesOf(each.description_localizations)).toEqual(locales)
    const ask = commands.find(({ name }) => name === 'ask')
    expect(ask?.name_localizations).toMatchObject({ de: 'fragen', 'en-US': 'ask' })
    expect(ask?.options?.map((option) => option.name_localizations?.['de'])).toEqual(['frage', 'sichtbar', 'dokument'])
  })

  it('are not written again when the bot is started again', async () => {
    const { commands, restart } = await startDiscord()

    await restart()
    await restart()

    expect(commands.counts).toMatchObject({ reads: 3, writes: 1 })
  })

  it.each<[string, (words: Words) => Words]>([
    [
      'a description',
      (words) => ({ ...words, commands: { ...words.commands, ask: { name: 'ask', description: 'Ask' } } }),
    ],
    ['a choice', (words) => ({ ...words, visible: { ...words.visible, me: 'Myself' } })],
    [
      'a menu item in one language',
      (words) =>
        words === bot.chatWords('de')
          ? { ...words, commands: { ...words.commands, 'answer-this': { name: 'Antworten' } } }
          : words,
    ],
  ])('are written once when %s has changed', async (_, change) => {
    const { commands, restart, settled } = await startDiscord()
    const changed: Bot = { ...bot, chatWords: (language) => change(bot.chatWords(language)) }

    await restart({ bot: changed })
    await restart({ bot: changed })

    await settled()
    expect(commands.counts).toMatchObject({ reads: 3, writes: 2 })
  })

  it('are registered in the one server that is set for development, and nowhere else', async () => {
    const discord = await startDiscord()
    const home = discord.addGuild()
    const registeredBefore = writes(discord).length

    await discord.restart({ settings: { devServer: home.id } })
    await discord.restart({ settings: { devServer: home.id } })

    const [put, ...others] = writes(discord).slice(registeredBefore)
    expect(others).toEqual([])
    expect(put?.path).toBe(`/applications/${discord.application.id}/guilds/${home.id}/commands`)
    const commands = put?.body as readonly Named[]
    expect(commands.map(({ name }) => name).toSorted()).toEqual(names)
    for (const command of commands) expect(Object.keys(command)).not.toContain('contexts')
    expect(discord.commands.find('ask', 1, home.id)?.guild_id).toBe(home.id)
  })
})

type Words = ReturnType<Bot['chatWords']>

function writes({ requests }: Discord) {
  return requests.filter(({ method }) => method === 'PUT')
}

function withParts(named: Named): readonly Named[] {
  return [named, ...[...(named.options ?? []), ...(named.choices ?? [])].flatMap(withParts)]
}

function localesOf(localizations: Named['name_localizations']): readonly string[] {
  return Object.keys(localizations ?? {}).toSorted()
}
