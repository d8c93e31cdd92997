import { type APIUser, type LocaleString, PermissionFlagsBits } from 'discord.js'

/** Somebody in the stand-in's world. */
export type Person = {
  readonly id: string
  readonly user: APIUser
  /** Language of the person's own Discord. */
  readonly locale: LocaleString
  /** Takes no direct messages from the bot. */
  readonly blocksBot: boolean
  /** What the person may do in every server, as a set of bits. */
  readonly permissions: bigint
}

export type PersonOptions = {
  readonly name?: string
  readonly locale?: LocaleString
  readonly blocksBot?: boolean
  /** Permissions beyond those of an ordinary member, such as ManageMessages of a moderator. */
  readonly permissions?: bigint
  readonly bot?: boolean
}

/** Makes a person, who is an ordinary member of every server. */
export function createPerson(id: string, options: PersonOptions = {}): Person {
  const {
    name = `person-${id.slice(-4)}`,
    locale = 'en-US',
    blocksBot = false,
    permissions = 0n,
    bot = false,
  } = options

  return {
    id,
    user: {
      id,
      username: name,
      discriminator: '0',
      global_name: name,
      avatar: null,
      ...(bot && { bot }),
    },
    locale,
    blocksBot,
    permissions: ordinary | permissions,
  }
}

/** What every membership in a server looks like, without the person: messages have it so. */
export const membership = {
  roles: [],
  nick: null,
  avatar: null,
  banner: null,
  joined_at: '2026-01-05T08:00:00.000000+00:00',
  premium_since: null,
  communication_disabled_until: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
}

const ordinary =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.UseApplicationCommands |
  PermissionFlagsBits.UseExternalApps
