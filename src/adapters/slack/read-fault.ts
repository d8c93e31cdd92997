import { webApi } from '@slack/bolt'

/** Why a call to Slack failed, in terms of what can be done about it. */
export type Fault = {
  readonly kind: FaultKind
  /** Slack's word for it. */
  readonly code?: string
  /** HTTP status. */
  readonly status?: number
  /** How long Slack asks to wait. */
  readonly retryAfterMs?: number
}

export type FaultKind =
  /** The message, view, trigger or response address is there no longer. */
  | 'gone'
  /** The bot is no member of the channel, or cannot see it. */
  | 'not-a-member'
  /** The bot may not do this here. */
  | 'forbidden'
  /** The app has been removed, or its token revoked. */
  | 'revoked'
  /** Slack asks for patience. */
  | 'busy'
  /** Slack says that it could not carry it out, or cannot be reached. */
  | 'failed'
  /** Nobody knows whether it was carried out: a timeout, or a broken connection. */
  | 'unsure'
  /** Slack does not take the call as it is. */
  | 'refused'
  /** No call is made any more. */
  | 'closed'

/** Reads what the Web API's client throws. */
export function readFault(error: unknown): Fault {
  if (error instanceof webApi.WebAPIRateLimitedError) return { kind: 'busy', retryAfterMs: error.retryAfter * 1000 }
  if (error instanceof webApi.WebAPIHTTPError) {
    const { statusCode: status } = error
    return { kind: status >= 500 ? 'failed' : 'refused', status }
  }
  if (error instanceof webApi.WebAPIPlatformError) return readCode(error.data.error)
  if (error instanceof webApi.WebAPIRequestError) return { kind: wasNeverSent(error) ? 'failed' : 'unsure' }
  // A 429 without a number is thrown as a plain error.
  if (error instanceof Error && error.message.startsWith('Retry header did not contain')) return { kind: 'busy' }
  return { kind: 'unsure' }
}

/** Reads Slack's word for an error. What is no word is the page of a machine before Slack. */
export function readCode(code: string): Fault {
  if (!/^\w{1,60}$/.test(code)) return { kind: 'failed' }
  return { kind: kinds.get(code) ?? (code.startsWith('restricted_action') ? 'forbidden' : 'refused'), code }
}

/** Errors as the methods' pages at docs.slack.dev/reference/methods list them, checked 2026-11-23. */
const kinds: ReadonlyMap<string, FaultKind> = new Map([
  ['message_not_found', 'gone'],
  ['thread_not_found', 'gone'],
  // one thread alone, not the channel
  ['restricted_action_thread_locked', 'gone'],
  ['restricted_action_non_threadable_channel', 'gone'],
  ['not_found', 'gone'],
  ['expired_url', 'gone'],
  ['used_url', 'gone'],
  ['view_not_found', 'gone'],
  ['expired_trigger_id', 'gone'],
  ['trigger_expired', 'gone'],
  ['exchanged_trigger_id', 'gone'],
  ['trigger_exchanged', 'gone'],
  ['hash_conflict', 'gone'],
  ['not_in_channel', 'not-a-member'],
  ['channel_not_found', 'not-a-member'],
  ['user_not_in_channel', 'forbidden'],
  ['is_archived', 'forbidden'],
  ['cant_delete_message', 'forbidden'],
  ['compliance_exports_prevent_deletion', 'forbidden'],
  ['missing_scope', 'forbidden'],
  ['no_permission', 'forbidden'],
  ['messages_tab_disabled', 'forbidden'],
  ['account_inactive', 'revoked'],
  ['token_revoked', 'revoked'],
  ['token_expired', 'revoked'],
  ['team_disabled', 'revoked'],
  ['ratelimited', 'busy'],
  ['rate_limited', 'busy'],
  ['message_limit_exceeded', 'busy'],
  ['internal_error', 'failed'],
  ['fatal_error', 'failed'],
  ['service_unavailable', 'failed'],
  ['request_timeout', 'failed'],
  ['team_added_to_org', 'failed'],
])

/** Nobody was there to take the call. */
function wasNeverSent({ original }: webApi.WebAPIRequestError): boolean {
  const { cause } = original
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'UND_ERR_CONNECT_TIMEOUT'
}
