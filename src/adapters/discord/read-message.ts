import { type GatewayMessageCreateDispatchData, MessageType } from 'discord.js'

/** A message that asks the bot something. */
export type AskingMessage = {
  readonly id: string
  readonly channelId: string
  /** Absent in direct messages. */
  readonly serverId?: string
  readonly userId: string
  /** What was written, without mentions. */
  readonly text: string
}

/**
 * Reads a message if it is for the bot: in direct messages each, in servers those that mention it.
 *
 * A reply that pings one of the bot's messages counts as a mention: Discord lists the bot among the mentioned, and
 * delivers the text only then. Messages of bots, of webhooks and of Discord itself are for nobody.
 */
export function readMessage(message: LeanMessage, botId: string): AskingMessage | undefined {
  const { id, channel_id: channelId, author, content = '', mentions = [] } = message
  const serverId = message.guild_id ?? undefined
  const webhookId = message.webhook_id ?? undefined
  if (author.bot === true || author.system === true || webhookId !== undefined || author.id === botId) return
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return
  if (serverId !== undefined && !mentions.some((user) => user.id === botId)) return

  const place = serverId === undefined ? {} : { serverId }
  return { id, channelId, ...place, userId: author.id, text: withoutMarkup(content) }
}

/** What a message may lack on its way through a proxy. */
type LeanMessage = Omit<GatewayMessageCreateDispatchData, 'content' | 'mentions'> &
  Partial<Pick<GatewayMessageCreateDispatchData, 'content' | 'mentions'>>

/** Mentions of people, roles and channels and custom emoji are numbers, not words. */
export function withoutMarkup(content: string): string {
  return content.replace(/<(?:@[!&]?|#|a?:\w{1,32}:)\d{1,20}>/g, ' ').trim()
}
