import { PermissionFlagsBits } from 'discord.js'
import type { Channel } from './channel.ts'
import type { World } from './world.ts'

/** What the bot may do in a place. */
export function botPermissionsIn(world: World, channel: Channel): bigint {
  if (channel.kind === 'dm') return amongPeople | PermissionFlagsBits.UseExternalEmojis
  if (channel.guild === undefined || world.guilds.get(channel.guild)?.botIsMember !== true) return amongPeople

  const denied = channel.denied ?? world.channels.get(channel.parent ?? '')?.denied
  if (denied === undefined) return botPermissions
  return denied === 'view' ? 0n : botPermissions & ~sending
}

/** Whether the bot is a member of the place and hears what is said there. */
export function botIsIn(world: World, channel: Channel): boolean {
  if (channel.guild === undefined) return channel.kind === 'dm'
  if (world.guilds.get(channel.guild)?.botIsMember !== true) return false
  return (botPermissionsIn(world, channel) & PermissionFlagsBits.ViewChannel) !== 0n
}

/** Whether the bot may post in a place that it is in. */
export function botMaySend(world: World, channel: Channel): boolean {
  return channel.guild === undefined || (botPermissionsIn(world, channel) & sending) !== 0n
}

const sending = PermissionFlagsBits.SendMessages | PermissionFlagsBits.SendMessagesInThreads

/** What the bot may do in a server, unless a channel denies it. */
export const botPermissions =
  PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory | PermissionFlagsBits.EmbedLinks | sending

/** What an app has in direct messages, and where it is no member (receiving-and-responding, "Interaction Structure"). */
const amongPeople =
  PermissionFlagsBits.AttachFiles | PermissionFlagsBits.EmbedLinks | PermissionFlagsBits.MentionEveryone
