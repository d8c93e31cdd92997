/** What is to happen to a call instead of what should. */
export type Fault = {
  /** A method of the Web API, or `response_url`; left out, any. */
  readonly method?: string
  /** How many calls it befalls; left out, one. */
  readonly times?: number
  /** True: the call is carried out all the same, and then fails. */
  readonly after?: boolean
} & FaultKind

export type FaultKind =
  /** A page that is no JSON, with this status. */
  | { readonly status: number }
  /** `{ ok: false, error }` with status 200. */
  | { readonly error: string }
  /** 429, to be tried again after so many seconds. */
  | { readonly retryAfter: number }
  /** Answered, but late. */
  | { readonly delayMs: number }
  /** Never answered. */
  | { readonly hang: true }
  /** The connection is reset. */
  | { readonly cut: true }

/** The faults that wait for their calls. */
export type Faults = {
  /** Lets something go wrong; gives how often it has. */
  readonly add: (fault: Fault) => { readonly hits: () => number }
  /** Lets all go right again. */
  readonly clear: () => void
  /** The fault that befalls this call, if one does; the oldest first. */
  readonly take: (method: string) => Fault | undefined
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
    take: (method) => {
      const entry = waiting.find(({ fault, hits }) => hits < (fault.times ?? 1) && (fault.method ?? method) === method)
      if (entry !== undefined) entry.hits += 1
      return entry?.fault
    },
  }
}
