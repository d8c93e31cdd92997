import type { FaultKind, When } from '../../../stand-ins/discord/faults.ts'

/** What can go wrong with any request, whatever it asks for. */
export const faultKinds = {
  'HTTP 500 before it was carried out': { kind: 'status', status: 500 },
  'HTTP 500 after it was carried out': { kind: 'status', status: 500, when: 'after' },
  'HTTP 502 with a page in HTML': { kind: 'html', status: 502 },
  'a connection reset before it was carried out': { kind: 'reset' },
  'a connection reset after it was carried out': { kind: 'reset', when: 'after' },
  'an answer that breaks off': { kind: 'truncated' },
  'HTTP 401': { kind: 'status', status: 401 },
  'HTTP 403': { kind: 'status', status: 403 },
  'HTTP 404': { kind: 'status', status: 404 },
  'the limit of a route': { kind: 'rate-limit', scope: 'route', retryAfterMs: 300 },
  'a limit shared with others': { kind: 'rate-limit', scope: 'shared', retryAfterMs: 300 },
  'the global limit': { kind: 'rate-limit', scope: 'global', retryAfterMs: 300 },
  'a ban of the address, as a page in HTML': { kind: 'rate-limit', scope: 'cloudflare', retryAfterMs: 1000 },
  'silence before it was carried out': { kind: 'silence' },
  'silence after it was carried out': { kind: 'silence', when: 'after' },
  'an answer after 3.1 seconds': { kind: 'delay', ms: 3100 },
  'an answer 3.1 seconds after it was carried out': { kind: 'delay', ms: 3100, when: 'after' },
} as const satisfies Readonly<Record<string, FaultKind>>

/** A refusal with one of Discord's own codes. */
export function refusal(status: number, code: number, when: When = 'before'): FaultKind {
  return { kind: 'status', status, code, when }
}
