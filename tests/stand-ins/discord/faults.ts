/** What is to happen to a request instead of what should. */
export type Fault = {
  readonly match: { readonly method?: string; readonly path?: RegExp }
  /** How many requests it befalls; left out, one. */
  readonly times?: number
} & FaultKind

/** `when` says whether the request still has its effect; left out, it has none. */
export type FaultKind =
  | { readonly kind: 'status'; readonly status: number; readonly code?: number; readonly when?: When }
  /** A page of the machines before Discord, which is no JSON. */
  | { readonly kind: 'html'; readonly status: number }
  /** `cloudflare` bans the address altogether, by a page that is no JSON. */
  | { readonly kind: 'rate-limit'; readonly scope: RateLimitScope; readonly retryAfterMs: number }
  | { readonly kind: 'delay'; readonly ms: number; readonly when?: When }
  /** The connection is reset. */
  | { readonly kind: 'reset'; readonly when?: When }
  /** No answer ever comes. */
  | { readonly kind: 'silence'; readonly when?: When }
  /** The effect is had, but the answer breaks off in the middle. */
  | { readonly kind: 'truncated' }

export type When = 'before' | 'after'
export type RateLimitScope = 'route' | 'global' | 'shared' | 'cloudflare'

/** The faults that wait for their requests. */
export type Faults = {
  /** Lets something go wrong; gives how often it has. */
  add(fault: Fault): { readonly hits: () => number }
  /** Lets all go right again. */
  readonly clear: () => void
  /** The fault that befalls this request, if one does; the oldest first. */
  readonly take: (method: string, path: string) => FaultKind | undefined
}

/** Makes an empty list of faults. */
export function createFaults(): Faults {
  const waiting: { readonly fault: Fault; hits: number }[] = []

  return {
    add: (fault) => {
      const entry = { fault, hits: 0 }
      waiting.push(entry)
      return { hits: () => entry.hits }
    },
    clear: () => {
      waiting.length = 0
    },
    take: (method, path) => {
      const entry = waiting.find(
        ({ fault: { match, times = 1 }, hits }) =>
          hits < times && (match.method ?? method) === method && (match.path?.test(path) ?? true),
      )
      if (entry !== undefined) entry.hits += 1
      return entry?.fault
    },
  }
}
