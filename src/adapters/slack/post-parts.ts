import type { FaultKind } from './read-fault.ts'
import type { MessageBody } from './render.ts'
import type { SendOptions, SlackApi, Thread } from './slack-api.ts'

/** Posts the parts of an answer one after the other, so that they stand in order; gives what was posted, and why it stopped. */
export async function postParts(
  { post }: Pick<SlackApi, 'post'>,
  bodies: readonly MessageBody[],
  to: Thread,
  options?: SendOptions,
): Promise<{ readonly messageIds: readonly string[]; readonly fault?: FaultKind }> {
  const messageIds: string[] = []
  for (const body of bodies) {
    const sent = await post(to, body, options)
    if (sent.fault !== undefined) return { messageIds, fault: sent.fault }
    messageIds.push(sent.result)
  }
  return { messageIds }
}
