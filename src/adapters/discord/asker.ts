import {
  type APIInteraction,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js'

/** Who interacts, and where, in terms of what the bot may do there. */
export type Asker = {
  readonly userId: string
  readonly channelId: string
  /** The server it happens in; present for apps that people installed for themselves as well. */
  readonly serverId?: string
  /** The person's Discord language. */
  readonly locale: string
  /** In the direct messages between the person and the bot. */
  readonly isDirect: boolean
  /** In a server; else in direct messages of some kind. */
  readonly isServer: boolean
  /** The bot is a member here, and may post in its own name. */
  readonly canPost: boolean
  /** The app is installed in this server, so it could be allowed to post. */
  readonly isMember: boolean
  /** May delete other people's messages here. */
  readonly isModerator: boolean
}

/** Reads who interacts; undefined for interactions without a person or place. */
export function readAsker(interaction: APIInteraction): Asker | undefined {
  const user = interaction.member?.user ?? interaction.user
  const channelId = interaction.channel?.id ?? interaction.channel_id
  if (user === undefined || channelId === undefined || !('locale' in interaction)) return undefined

  const serverId = interaction.guild_id
  const isServer = serverId !== undefined
  const isMember = isServer && isInstalledIn(interaction, serverId)
  return {
    userId: user.id,
    channelId,
    ...(serverId === undefined ? {} : { serverId }),
    locale: interaction.locale,
    isDirect: !isServer && interaction.context !== InteractionContextType.PrivateChannel,
    isServer,
    isMember,
    canPost: isMember && allows(interaction.app_permissions, sendPermission(interaction)),
    isModerator: isServer && allows(interaction.member?.permissions, PermissionFlagsBits.ManageMessages),
  }
}

function isInstalledIn({ authorizing_integration_owners: owners }: APIInteraction, serverId: string): boolean {
  return owners[ApplicationIntegrationType.GuildInstall] === serverId
}

function sendPermission({ channel }: APIInteraction): bigint {
  return threads.has(channel?.type) ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages
}

const threads: ReadonlySet<ChannelType | undefined> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
])

/** Administrators may do everything, whatever else is listed. */
function allows(permissions: string | undefined, wanted: bigint): boolean {
  if (permissions === undefined || !/^\d+$/.test(permissions)) return false
  const bits = BigInt(permissions)
  return (bits & PermissionFlagsBits.Administrator) !== 0n || (bits & wanted) === wanted
}
