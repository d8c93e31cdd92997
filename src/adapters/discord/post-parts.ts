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
    const sent = await api.send(channelId, { body, nonce: `${nonce}.${part}`, ...reply }, options)
    if (sent.fault !== undefined) return { messageIds, fault: sent.fault }
    messageIds.push(sent.result)
  }
  return { messageIds }
}
