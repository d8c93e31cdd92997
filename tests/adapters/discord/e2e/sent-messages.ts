import { InteractionResponseType } from 'discord.js'
import type { RecordedRequest } from '../../../stand-ins/discord/journal.ts'
import type { MessageBody } from '../../../stand-ins/discord/message-body.ts'

/** The messages among what the bot sent, as it sent them. */
export function sentMessages(requests: readonly RecordedRequest[]): readonly MessageBody[] {
  return requests.filter(({ method }) => method === 'POST' || method === 'PATCH').flatMap(messageIn)
}

function messageIn({ path, body }: RecordedRequest): readonly MessageBody[] {
  if (/^\/channels\/\d+\/messages/.test(path) || path.startsWith('/webhooks/')) return [body as MessageBody]
  if (!path.endsWith('/callback')) return []

  const { type, data } = body as { readonly type: InteractionResponseType; readonly data: MessageBody }
  return responsesWithMessage.has(type) ? [data] : []
}

const responsesWithMessage: ReadonlySet<InteractionResponseType> = new Set([
  InteractionResponseType.ChannelMessageWithSource,
  InteractionResponseType.UpdateMessage,
])
