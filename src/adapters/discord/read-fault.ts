import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'

/** Why a request to Discord failed, in terms of what can be done about it. */
export type Fault = {
  readonly kind: FaultKind
  /** Discord's JSON error code. */
  readonly code?: number
  /** HTTP status. */
  readonly status?: number
}

export type FaultKind =
  /** The interaction has been answered before. */
  | 'answered'
  /** The interaction, message or channel is there no longer. */
  | 'gone'
  /** The bot may not do this here. */
  | 'forbidden'
  /** The bot may post here but not read, so that nothing can be attached to a message. */
  | 'cannot-reply'
  /** Discord asks for patience, for longer than an answer can wait. */
  | 'busy'
  /** Nobody knows whether the request was carried out: a server error, a timeout, a broken connection. */
  | 'unsure'
  /** Discord does not take the request as it is. */
  | 'refused'

/** Reads what discord.js throws. */
export function readFault(error: unknown): Fault {
  if (error instanceof RateLimitError) return { kind: 'busy' }
  if (error instanceof HTTPError) return { kind: 'unsure', status: error.status }
  if (!(error instanceof DiscordAPIError)) return { kind: 'unsure' }

  const { status } = error
  const code = Number(error.code)
  // Without a code it comes from the machines before Discord, and says nothing about permissions.
  if (Number.isNaN(code)) return { kind: status === 403 ? 'refused' : kindOfStatus(status), status }
  return { kind: kinds.get(code) ?? kindOfStatus(status), code, status }
}

/** JSON error codes that mean more than their status; opcodes-and-status-codes.mdx, checked 2026-11-23. */
const kinds: ReadonlyMap<number, FaultKind> = new Map([
  // unknown channel, message, user, webhook, interaction
  [10003, 'gone'],
  [10008, 'gone'],
  [10013, 'gone'],
  [10015, 'gone'],
  [10062, 'gone'],
  // the interaction has been acknowledged
  [40060, 'answered'],
  // missing access, cannot send to this user, cannot send in this channel, missing permissions, archived thread, locked thread
  [50001, 'forbidden'],
  [50007, 'forbidden'],
  [50008, 'forbidden'],
  [50013, 'forbidden'],
  [50083, 'forbidden'],
  [160005, 'forbidden'],
  // cannot reply without permission to read message history
  [160002, 'cannot-reply'],
  // opening direct messages too fast
  [40003, 'busy'],
])

function kindOfStatus(status: number): FaultKind {
  if (status === 403) return 'forbidden'
  if (status === 404) return 'gone'
  return status === 429 ? 'busy' : 'refused'
}
