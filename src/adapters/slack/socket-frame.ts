/** What a message over the Socket Mode connection says. */
export type SocketFrame =
  | { readonly type: 'hello' }
  /** The end of the connection is near, or here. */
  | { readonly type: 'disconnect'; readonly reason: string }
  | SocketEnvelope
  /** Slack has dropped events, since there were too many; there is nothing in it to handle. */
  | { readonly type: 'rate-limited'; readonly id: string }
  /** Nobody can make sense of it. With an id it waits for an acknowledgement, and would come again without. */
  | { readonly type: 'unusable'; readonly id?: string }

/** An event, a slash command or an interaction. */
export type SocketEnvelope = {
  readonly type: 'envelope'
  readonly id: string
  readonly body: Fields
  readonly retryNum?: number
  readonly retryReason?: string
}

/** Reads one, and never throws. Shapes: as @slack/socket-mode 3.1.0 reads them. */
export function readSocketFrame(data: unknown): SocketFrame {
  const frame = parse(data)
  const { type, reason, envelope_id: id, payload } = frame
  if (type === 'hello') return { type }
  if (type === 'disconnect') return { type, reason: isWord(reason) ? reason : 'unknown' }
  if (typeof id !== 'string') return { type: 'unusable' }
  if (type === 'events_api' && isFields(payload) && payload['type'] === 'app_rate_limited')
    return { type: 'rate-limited', id }
  if (!isFields(payload) || typeof type !== 'string' || isUsable[type]?.(payload) !== true)
    return { type: 'unusable', id }

  const { retry_attempt: retryNum, retry_reason: retryReason } = frame
  return {
    type: 'envelope',
    id,
    body: payload,
    ...(typeof retryNum === 'number' ? { retryNum } : {}),
    ...(typeof retryReason === 'string' ? { retryReason } : {}),
  }
}

type Fields = { readonly [name: string]: unknown }

/** The kinds of envelope, and what their payload must be. */
const isUsable: { readonly [type: string]: (payload: Fields) => boolean } = {
  events_api: ({ event }) => isFields(event) && typeof event['type'] === 'string',
  slash_commands: () => true,
  interactive: () => true,
}

function parse(data: unknown): Fields {
  if (typeof data !== 'string') return {}
  try {
    const parsed: unknown = JSON.parse(data)
    return isFields(parsed) ? parsed : {}
  } catch {
    return {}
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** One that may be logged. */
function isWord(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z_]{1,40}$/.test(value)
}
