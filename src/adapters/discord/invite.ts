import { ApplicationIntegrationType, OAuth2Scopes, PermissionFlagsBits } from 'discord.js'

/** What the bot may do in a server, each permission with its reason; the README explains the same four. */
export const permissions = {
  ViewChannel: 'to get the messages that mention it',
  SendMessages: 'to answer them',
  SendMessagesInThreads: 'to answer them in threads',
  ReadMessageHistory: 'to attach the answer to the question',
} as const satisfies Partial<Record<keyof typeof PermissionFlagsBits, string>>

/** The address under which somebody adds the bot to a server, with exactly the permissions it needs. */
export function inviteLink(applicationId: string): string {
  const bits = Object.keys(permissions).reduce(
    (sum, name) => sum | PermissionFlagsBits[name as keyof typeof permissions],
    0n,
  )
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(bits),
  })
  return `https://discord.com/oauth2/authorize?${query.toString()}`
}

/** The address under which a person installs the app for themselves, to use it where the bot is no member. */
export function personalLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    integration_type: String(ApplicationIntegrationType.UserInstall),
    scope: OAuth2Scopes.ApplicationsCommands,
  })
  return `https://discord.com/oauth2/authorize?${query.toString()}`
}
