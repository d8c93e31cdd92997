import { PermissionFlagsBits } from 'discord.js'
import { expect, it } from 'vitest'
import { startDiscord } from './start-discord.ts'

it('tells the operator the link that invites the bot, with exactly the permissions it needs', async () => {
  const { told, application } = await startDiscord()

  const links = [...told().matchAll(/https:\S+/g)].map(([link]) => new URL(link))
  const invite = links.find(({ searchParams }) => searchParams.has('permissions'))

  expect(invite?.origin).toBe('https://discord.com')
  expect(invite?.pathname).toBe('/oauth2/authorize')
  expect(invite?.searchParams.get('client_id')).toBe(application.id)
  expect(invite?.searchParams.get('scope')?.split(' ').toSorted()).toEqual(['applications.commands', 'bot'])
  const { ViewChannel, SendMessages, SendMessagesInThreads, ReadMessageHistory } = PermissionFlagsBits
  expect(BigInt(invite?.searchParams.get('permissions') ?? '')).toBe(
    ViewChannel | SendMessages | SendMessagesInThreads | ReadMessageHistory,
  )
})

it('tells of no setting where none is missing', async () => {
  const { told, logged } = await startDiscord()

  expect(told()).not.toContain('Discord setting')
  expect(logged()).not.toContain('"level":"warn"')
})

it.each([
  [
    'commands and buttons go to an address of the operator’s',
    { interactions_endpoint_url: 'https://example.org/interactions' },
    'Interactions Endpoint URL',
  ],
  ['people cannot install the bot for themselves', { integration_types_config: { 0: {} } }, 'User Install'],
  ['servers cannot add the bot', { integration_types_config: { 1: {} } }, 'Guild Install'],
])('tells where %s, and which setting to mend', async (_, application, setting) => {
  const { told } = await startDiscord({ application })

  const lines = told()
    .split('\n')
    .filter((line) => line.startsWith('Discord setting: '))

  expect(lines).toEqual([expect.stringContaining(setting)])
})
