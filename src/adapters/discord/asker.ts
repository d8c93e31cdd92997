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
  /** May write here themselves, so that nobody posts through the bot where they may not. */
  readonly mayPost: boolean
  /** May delete other people's messages here. */
  readonly isModerator: boolean
}

/** Reads who interacts; undefined for interactions without a person or place. */
export function readAsker(interaction: APIInteraction): Asker | undefined {
  const user = interaction.member?.user ?? interaction.user
  const channelId = interaction.channel?.id ?? interaction.channel_id
  if (user === undefined || channelId === undefined) return undefined

  const serverId = interaction.guild_id ?? undefined
  const permissions: string | undefined = interaction.app_permissions
  const member: string | undefined = interaction.member?.permissions
  const isServer = serverId !== undefined
  const isMember = isServer && isInstalledIn(interaction, serverId)
  return {
    userId: user.id,
    channelId,
    ...(serverId === undefined ? {} : { serverId }),
    locale: 'locale' in interaction ? (interaction.locale ?? defaultLocale) : defaultLocale,
    isDirect: !isServer && isWithBot(interaction),
    isServer,
    isMember,
    // Without word of its permissions the bot tries, and hears then.
    canPost: isMember && (permissions === undefined || allows(permissions, sendPermission(interaction))),
    mayPost: !isServer || member === undefined || allows(member, sendPermission(interaction)),
    isModerator: isServer && allows(member, PermissionFlagsBits.ManageMessages),
  }
}

function isWithBot({ context, channel }: APIInteraction): boolean {
  if (context !== undefined) return context === InteractionContextType.BotDM
  return channel?.type === ChannelType.DM
}

/** Servers are named where the app is installed in them; proxies that name nobody know only such servers. */
function isInstalledIn(interaction: APIInteraction, serverId: string): boolean {
  const owners: Owners | undefined = interaction.authorizing_integration_owners
  return isUnknown(owners) || owners[ApplicationIntegrationType.GuildInstall] === serverId
}

function isUnknown(owners: Owners | undefined): owners is undefined {
  return owners === undefined || Object.keys(owners).length === 0
}

type Owners = APIInteraction['authorizing_integration_owners']

function sendPermission({ channel }: APIInteraction): bigint {
  return threads.has(channel?.type) ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages
}

const threads: ReadonlySet<ChannelType | undefined> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
])

const defaultLocale = 'en-US'

/** Administrators may do everything, whatever else is listed. */
function allows(permissions: string | undefined, wanted: bigint): boolean {
  if (permissions === undefined || !/^\d+$/.test(permissions)) return false
  const bits = BigInt(permissions)
  return (bits & PermissionFlagsBits.Administrator) !== 0n || (bits & wanted) === wanted
}
