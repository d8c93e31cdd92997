import type { Asker } from './asker.ts'
import { postParts } from './post-parts.ts'
import type { FaultKind } from './read-fault.ts'
import type { MessageBody } from './render.ts'
import type { ResponseAddress } from './slack-api.ts'
import type { Sent } from './try-call.ts'

/** Brings messages to the person who asked, in order, where they are; gives why that was not possible, if so. */
export async function deliver(
  { workspace: { api }, channelId, userId, target }: Asker,
  bodies: readonly MessageBody[],
  isUrgent: boolean,
): Promise<FaultKind | undefined> {
  switch (target.type) {
    case 'new view':
    case 'same view':
      return 'refused'
    case 'thread': {
      const { messageIds, fault } = await postParts(api, bodies, target.thread, { isUrgent })
      if (fault === undefined || target.address === undefined) return fault
      const isElsewhere = messageIds.length === 0 && elsewhere.has(fault)
      return isElsewhere || isUrgent ? respond(target.address) : fault
    }
    case 'response': {
      const { address, threadTs } = target
      const fault = address === undefined ? 'gone' : await respond(address)
      const isEnough = fault === undefined || (address !== undefined && !isUrgent)
      if (isEnough || channelId === undefined) return fault
      const to = { channelId, userId, ...(threadTs === undefined ? {} : { threadTs }) }
      return inOrder(bodies, (body) => api.postPrivately(to, body, { isUrgent }))
    }
  }

  function respond(address: ResponseAddress): Promise<FaultKind | undefined> {
    return inOrder(bodies, (body) => api.respond(address, body, { isUrgent }))
  }
}

/** Faults that say that nothing stands there, and that something may stand where the person is. */
const elsewhere: ReadonlySet<FaultKind> = new Set(['not-a-member', 'gone', 'forbidden'])

async function inOrder(
  bodies: readonly MessageBody[],
  send: (body: MessageBody) => Promise<Sent>,
): Promise<FaultKind | undefined> {
  for (const body of bodies) {
    const { fault } = await send(body)
    if (fault !== undefined) return fault
  }
  return undefined
}
