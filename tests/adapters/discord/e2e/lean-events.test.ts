import { InteractionType } from 'discord.js'
import { expect, it } from 'vitest'
import { readAsker } from '../../../../src/adapters/discord/asker.ts'
import { readMessage } from '../../../../src/adapters/discord/read-message.ts'

/** Events without every field that Discord's documentation calls optional, as proxies and older servers send them. */
const person = { id: '3', username: 'ann', discriminator: '0', global_name: null, avatar: null }

it('an interaction without language, permissions and installation is one in a server where the bot is a member', () => {
  const lean = { id: '1', application_id: '2', type: InteractionType.ApplicationCommand, token: 't', version: 1 }

  const asker = readAsker({ ...lean, guild_id: '5', channel_id: '4', member: { user: person } } as never)

  expect(asker).toMatchObject({ userId: '3', channelId: '4', serverId: '5', locale: 'en-US' })
  expect(asker).toMatchObject({ isMember: true, canPost: true, mayPost: true, isModerator: false })
})

it('an interaction without place and context is taken neither for a server nor for direct messages with the bot', () => {
  const lean = { id: '1', application_id: '2', type: InteractionType.MessageComponent, token: 't', version: 1 }

  const asker = readAsker({ ...lean, guild_id: null, channel_id: '4', user: person } as never)

  expect(asker).toMatchObject({ isServer: false, isDirect: false })
})

it('a direct message with a null for the server is one', () => {
  const lean = { id: '1', channel_id: '4', author: person, content: 'What is tryptophan?', type: 0 }

  const message = readMessage({ ...lean, guild_id: null, webhook_id: null } as never, '2')

  expect(message).toEqual({ id: '1', channelId: '4', userId: '3', text: 'What is tryptophan?' })
})
