import type { ServerResponse } from 'node:http'

/** What goes back over the wire. */
export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** `error`, where it has one. */
  readonly error?: string
  /** In seconds. */
  readonly retryAfter?: number
}

/** The body of a refusal. */
export function refusal(error: string, more: object = {}): { readonly ok: false; readonly error: string } {
  return { ok: false, error, ...more }
}

/** An answer of the Web API: always status 200, whatever it says. */
export function jsonAnswer(
  body: { readonly ok: boolean; readonly error?: string },
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {
    status: 200,
    headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
    text: JSON.stringify(body),
    ...(body.error !== undefined && { error: body.error }),
  }
}

/** The answer to a call too many. */
export function tooMany(seconds: number): Answer {
  const answer = jsonAnswer(refusal('ratelimited'), { 'Retry-After': String(seconds) })
  return { ...answer, status: 429, retryAfter: seconds }
}

/** Writes an answer. */
export function sendAnswer(response: ServerResponse, { status, headers, text }: Answer): void {
  if (response.destroyed) return
  response.writeHead(status, { ...headers, 'Content-Length': String(Buffer.byteLength(text)) })
  response.end(text)
}
