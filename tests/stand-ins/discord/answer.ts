import type { ServerResponse } from 'node:http'
import type { FaultKind } from './faults.ts'
import { rateLimitAnswer } from './rate-limits.ts'

/** What goes back over the wire. */
export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** An answer as JSON, or without a body. */
export function jsonAnswer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  if (body === undefined) return { status, headers, text: '' }
  return { status, headers: { ...headers, 'Content-Type': 'application/json' }, text: JSON.stringify(body) }
}

/** The answer that a fault makes up. */
export function faultAnswer(fault: Extract<FaultKind, { readonly kind: 'status' | 'html' | 'rate-limit' }>): Answer {
  if (fault.kind === 'rate-limit') return rateLimitAnswer(fault.scope, fault.retryAfterMs)
  if (fault.kind === 'status')
    return jsonAnswer(fault.status, { message: `${fault.status}: on demand`, code: fault.code ?? 0 })
  return { status: fault.status, headers: { 'Content-Type': 'text/html' }, text: '<html><h1>Bad gateway</h1></html>' }
}

/** Writes an answer; `half` breaks it off in the middle. */
export function sendAnswer(response: ServerResponse, { status, headers, text }: Answer, half = false): void {
  if (response.destroyed) return
  const length = text !== '' && { 'Content-Length': String(Buffer.byteLength(text)) }
  response.writeHead(status, { ...headers, ...length })
  if (half) response.write(text.slice(0, text.length / 2) || ' ', () => response.destroy())
  else response.end(text)
}
