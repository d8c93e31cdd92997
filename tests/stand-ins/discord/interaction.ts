import type { APIMessage, InteractionType } from 'discord.js'
import { botPermissionsIn } from './bot-permissions.ts'
import { type Channel, channelPayload } from './channel.ts'
import { membership, type Person } from './person.ts'
import type { World } from './world.ts'

/** One thing a person did with the bot, and what came of it. */
export type Interaction = {
  readonly id: string
  readonly token: string
  readonly type: InteractionType
  readonly person: Person
  readonly channel: Channel
  /** In milliseconds of `performance.now()`. */
  readonly dispatchedAt: number
  readonly owners: Readonly<Record<string, string>>
  /** Name of the command, where it was one. */
  readonly command?: string
  /** Id of the message that carried the component, or that a menu was opened on. */
  readonly source?: string
  readonly callback?: Callback
  /** Id of the message that `@original` means. */
  readonly original?: string
  /** Ids of the messages that answer it, or were changed by it, in order. */
  readonly answers: readonly string[]
}

/** The bot's first response. */
export type Callback = {
  readonly type: number
  readonly data: CallbackData
  /** Milliseconds from the dispatch to the response. */
  readonly atMs: number
}

/** What a first response may carry: a message, or choices. */
export type CallbackData = Pick<APIMessage, 'components' | 'flags'> & {
  readonly content?: string
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[]
}

/** Where a person is while doing something, and in which way the bot is installed there. */
export type Situation = {
  readonly user: Person
  readonly channel: Channel
  /** Left out, the language of the person. */
  readonly locale?: string
  /** Left out, it follows from the kind of channel. */
  readonly context?: number
  /** Left out, what the bot may really do in the channel. */
  readonly appPermissions?: bigint
  /** Left out, the server where the bot is a member, and the person elsewhere. */
  readonly integrationOwners?: Readonly<Record<string, string>>
}

/** What was done: the part of an interaction that depends on its type. */
export type Deed = Pick<Interaction, 'type' | 'command' | 'source'> & {
  readonly data: object
  readonly message?: APIMessage
}

/** Sends the bot an interaction and keeps it, so that it can be answered. */
export function startInteraction(world: World, situation: Situation, { data, message, ...deed }: Deed): Interaction {
  const { user: person, channel } = situation
  const id = world.newId()
  const token = `fake-interaction-token-${id}`
  const owners = integrationOwners(world, situation)
  const payload = {
    id,
    token,
    application_id: world.application.id,
    type: deed.type,
    data,
    ...(message && { message }),
    ...whereabouts(world, situation),
    channel: {
      ...channelPayload(world, channel),
      ...(channel.guild !== undefined && { permissions: String(person.permissions) }),
    },
    channel_id: channel.id,
    version: 1,
    locale: situation.locale ?? person.locale,
    app_permissions: String(situation.appPermissions ?? botPermissionsIn(world, channel)),
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: owners,
    context: contextOf(situation),
    attachment_size_limit: 10_485_760,
  }

  const interaction = { id, token, person, channel, owners, ...deed, dispatchedAt: performance.now(), answers: [] }
  world.interactions.set(token, interaction)
  world.dispatch('INTERACTION_CREATE', payload)
  return interaction
}

/** What Discord calls the place: 0 a server, 1 a direct message with the bot, 2 one among people. */
export function contextOf({ context, channel }: Situation): number {
  if (context !== undefined) return context
  if (channel.guild !== undefined) return 0
  return channel.kind === 'dm' ? 1 : 2
}

/** By whom the bot was installed: "0" a server (or "0" in direct messages with it), "1" the person. */
export function integrationOwners(world: World, situation: Situation): Readonly<Record<string, string>> {
  const { user, channel } = situation
  if (situation.integrationOwners !== undefined) return situation.integrationOwners
  if (channel.kind === 'dm') return { 0: '0' }
  const isMember = channel.guild !== undefined && world.guilds.get(channel.guild)?.botIsMember === true
  return isMember ? { 0: channel.guild } : { 1: user.id }
}

function whereabouts(world: World, { user: person, channel }: Situation): object {
  const guild = world.guilds.get(channel.guild ?? '')
  if (guild === undefined) return { user: person.user }

  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: { ...membership, user: person.user, permissions: String(person.permissions) },
  }
}
