import type { DiscordApi, SendOptions } from './discord-api.ts'
import type { FaultKind } from './read-fault.ts'
import type { MessageBody } from './render.ts'

/** Where the parts of an answer go. */
export type Destination = SendOptions & {
  readonly channelId: string
  /** Unique for the answer in its channel; each part adds its number. */
  readonly nonce: string
  /** The message that the first part answers. */
  readonly replyTo?: string
}

/** Posts the parts of an answer one after the other, so that they stand in order; gives what was posted, and why it stopped. */
export async function postParts(
  api: Pick<DiscordApi, 'send'>,
  bodies: readonly MessageBody[],
  { channelId, nonce, replyTo, ...options }: Destination,
): Promise<{ readonly messageIds: readonly string[]; readonly fault?: FaultKind }> {
  const messageIds: string[] = []
  for (const [part, body] of bodies.entries()) {
    const reply = replyTo === undefined || part > 0 ? {} : { replyTo }
    const message = { body, nonce: `${nonce}.${part}` }
    const attached = await api.send(channelId, { ...message, ...reply }, options)
    const sent = attached.fault === 'cannot-reply' ? await api.send(channelId, message, options) : attached
    if (sent.fault !== undefined) return { messageIds, fault: sent.fault }
    if (sent.result !== undefined) messageIds.push(sent.result)
  }
  return { messageIds }
}
