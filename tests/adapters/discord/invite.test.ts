import { PermissionFlagsBits, PermissionsBitField } from 'discord.js'
import { expect, it } from 'vitest'
import { inviteLink, permissions, personalLink } from '../../../src/adapters/discord/invite.ts'

const id = '123456789012345678'

it('inviteLink() asks for exactly the permissions that have a reason', () => {
  const asked = new PermissionsBitField(BigInt(read(id).get('permissions') ?? ''))

  expect(asked.toArray().toSorted()).toEqual(Object.keys(permissions).toSorted())
  expect(Object.keys(permissions)).toEqual([
    'ViewChannel',
    'SendMessages',
    'SendMessagesInThreads',
    'ReadMessageHistory',
  ])
  expect(asked.has(PermissionFlagsBits.Administrator)).toBe(false)
  for (const reason of Object.values(permissions)) expect(reason).toMatch(/^to /)
})

it('inviteLink() adds the bot and its commands of this application, at Discord and over https', () => {
  const query = read(id)

  expect(inviteLink(id)).toMatch(/^https:\/\/discord\.com\/oauth2\/authorize\?/)
  expect(query.get('client_id')).toBe(id)
  expect(query.get('scope')?.split(' ')).toEqual(['bot', 'applications.commands'])
  expect([...query.keys()]).toEqual(['client_id', 'scope', 'permissions'])
})

it('personalLink() installs the commands for one person alone, without the bot and without permissions', () => {
  const url = new URL(personalLink(id))

  expect(url.origin + url.pathname).toBe('https://discord.com/oauth2/authorize')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: id,
    integration_type: '1',
    scope: 'applications.commands',
  })
})

it.each([
  ['inviteLink()', inviteLink],
  ['personalLink()', personalLink],
])('%s can be opened as it is printed, without spaces', (_, link) => {
  expect(link(id)).toMatch(/^\S+$/)
})

function read(applicationId: string): URLSearchParams {
  return new URL(inviteLink(applicationId)).searchParams
}
