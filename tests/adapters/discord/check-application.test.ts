import { REST } from 'discord.js'
import { expect, it, onTestFinished } from 'vitest'
import { checkApplication } from '../../../src/adapters/discord/check-application.ts'
import { startDiscordStandIn } from '../../stand-ins/discord/discord-stand-in.ts'

it('checkApplication() has nothing to say about an application that is set as it should be', async () => {
  expect(await check({})).toEqual([])
})

it.each([
  [
    'an address that takes interactions away',
    { interactions_endpoint_url: 'https://bot.example' },
    'Interactions Endpoint URL',
  ],
  ['servers that cannot add it', { integration_types_config: { 1: {} } }, 'switch Guild Install on'],
  ['people who cannot install it', { integration_types_config: { 0: {} } }, 'switch User Install on'],
  ['an owner who alone can add it', { bot_public: false }, 'Public Bot'],
])('checkApplication() tells of %s, and where to mend it', async (_, settings, named) => {
  const lines = await check(settings)

  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(named)
  expect(lines[0]).toContain('discord.com/developers')
})

it('checkApplication() tells of everything at once', async () => {
  const lines = await check({
    interactions_endpoint_url: 'https://bot.example',
    integration_types_config: {},
    bot_public: false,
  })

  expect(lines).toHaveLength(4)
})

it.each([
  ['no address', { interactions_endpoint_url: '' }],
  ['no word on kinds of installation, as with older applications', { integration_types_config: undefined }],
  ['no word on whether it is public', { bot_public: undefined }],
])('checkApplication() has nothing to say about %s', async (_, settings) => {
  expect(await check(settings)).toEqual([])
})

it('checkApplication() fails where the settings cannot be read, so that its caller can say so', async () => {
  const discord = await startDiscordStandIn()
  onTestFinished(() => discord.close())
  const rest = new REST({ api: discord.apiUrl, version: '10', retries: 0 }).setToken('fake-token.of-somebody.else')

  await expect(checkApplication(rest)).rejects.toMatchObject({ status: 401 })
})

async function check(settings: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const discord = await startDiscordStandIn({ application: settings })
  onTestFinished(() => discord.close())
  return checkApplication(new REST({ api: discord.apiUrl, version: '10', retries: 0 }).setToken(discord.token))
}
