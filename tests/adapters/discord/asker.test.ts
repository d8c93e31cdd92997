import {
  type APIInteraction,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAsker } from '../../../src/adapters/discord/asker.ts'

const { SendMessages, SendMessagesInThreads, ManageMessages, Administrator, ManageGuild } = PermissionFlagsBits

describe('readAsker() and the place', () => {
  it('reads a member of a server where the bot is a member', () => {
    expect(readAsker(inServer())).toEqual({
      userId: '301',
      channelId: '201',
      serverId: '101',
      locale: 'de',
      isDirect: false,
      isServer: true,
      isMember: true,
      canPost: true,
      isModerator: false,
      mayPost: true,
    })
  })

  it('reads a person in the direct messages with the bot', () => {
    expect(readAsker(outside(InteractionContextType.BotDM))).toEqual({
      userId: '301',
      channelId: '201',
      locale: 'de',
      isDirect: true,
      isServer: false,
      isMember: false,
      canPost: false,
      isModerator: false,
      mayPost: true,
    })
  })

  it('tells a place among people from the direct messages with the bot', () => {
    const asker = readAsker(outside(InteractionContextType.PrivateChannel))

    expect(asker).toMatchObject({ isDirect: false, isServer: false, canPost: false })
  })

  it('never takes a server for direct messages, whatever else is said', () => {
    expect(readAsker(inServer({ context: InteractionContextType.BotDM }))).toMatchObject({ isDirect: false })
  })

  it.each([
    ['without a person', { member: undefined }],
    ['without a place', { channel: undefined, channel_id: undefined }],
  ])('reads nobody %s', (_, parts) => {
    expect(readAsker(inServer(parts))).toBeUndefined()
  })
})

describe('readAsker() and where the bot is installed', () => {
  it.each([
    ['by this server', { [ApplicationIntegrationType.GuildInstall]: '101' }, true],
    [
      'by this server and the person',
      { [ApplicationIntegrationType.GuildInstall]: '101', [ApplicationIntegrationType.UserInstall]: '301' },
      true,
    ],
    ['by the person alone', { [ApplicationIntegrationType.UserInstall]: '301' }, false],
    ['by another server', { [ApplicationIntegrationType.GuildInstall]: '102' }, false],
    ['where nobody is named', {}, true],
  ])('knows it %s', (_, owners, isMember) => {
    const asker = readAsker(inServer({ authorizing_integration_owners: owners }))

    expect(asker).toMatchObject({ isMember, canPost: isMember })
  })
})

describe('readAsker() and what the bot may do', () => {
  it.each([
    [ChannelType.GuildText, SendMessages, true],
    [ChannelType.GuildText, SendMessagesInThreads, false],
    [ChannelType.GuildAnnouncement, SendMessages, true],
    [ChannelType.GuildVoice, SendMessages, true],
    [ChannelType.PublicThread, SendMessagesInThreads, true],
    [ChannelType.PublicThread, SendMessages, false],
    [ChannelType.PrivateThread, SendMessagesInThreads, true],
    [ChannelType.PrivateThread, SendMessages, false],
    [ChannelType.AnnouncementThread, SendMessagesInThreads, true],
    [ChannelType.AnnouncementThread, SendMessages, false],
    [ChannelType.GuildText, Administrator, true],
    [ChannelType.PublicThread, Administrator, true],
    [ChannelType.GuildText, 0n, false],
  ])('says of a channel of type %i with the permissions %s: %s', (type, permissions, canPost) => {
    const channel = { id: '201', type }

    expect(readAsker(inServer({ channel, app_permissions: String(permissions) }))).toMatchObject({ canPost })
  })

  it.each(['', ' ', '-1', '1e9', '0x800', '2048n', 'all'])('lets nobody do anything with permissions "%s"', (text) => {
    const member = { user: { id: '301' }, permissions: text }

    expect(readAsker(inServer({ member, app_permissions: text }))).toMatchObject({ canPost: false, isModerator: false })
  })
})

describe('readAsker() and who is a moderator', () => {
  it('is whoever may manage messages or administrates, whatever else they may, and nobody else', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 53n }), (permissions) => {
        const member = { user: { id: '301' }, permissions: String(permissions) }
        const isModerator = (permissions & (ManageMessages | Administrator)) !== 0n

        expect(readAsker(inServer({ member }))).toMatchObject({ isModerator })
      }),
    )
  })

  it('does not take the permissions of the bot for those of the person', () => {
    expect(readAsker(inServer({ app_permissions: String(Administrator) }))).toMatchObject({ isModerator: false })
  })

  it('is nobody outside of servers', () => {
    const member = { user: { id: '301' }, permissions: String(Administrator | ManageGuild) }

    expect(readAsker(outside(InteractionContextType.PrivateChannel, { member }))).toMatchObject({ isModerator: false })
  })
})

/** A command as it comes from a server where the bot is a member and may write; `undefined` takes a field away. */
function inServer(parts: Readonly<Record<string, unknown>> = {}): APIInteraction {
  const interaction = {
    type: InteractionType.ApplicationCommand,
    guild_id: '101',
    channel: { id: '201', type: ChannelType.GuildText },
    channel_id: '201',
    member: { user: { id: '301' }, permissions: String(SendMessages) },
    locale: 'de',
    app_permissions: String(SendMessages),
    authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: '101' },
    context: InteractionContextType.Guild,
    ...parts,
  }
  return overTheWire(interaction)
}

function outside(context: InteractionContextType, parts: Readonly<Record<string, unknown>> = {}): APIInteraction {
  return inServer({
    guild_id: undefined,
    member: undefined,
    user: { id: '301' },
    channel: { id: '201', type: ChannelType.DM },
    authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: '0' },
    context,
    ...parts,
  })
}

function overTheWire(interaction: object): APIInteraction {
  return JSON.parse(JSON.stringify(interaction)) as APIInteraction
}
