/** What the stand-in wrote down about the bot. */
export type Journal = {
  readonly requests: readonly RecordedRequest[]
  /** Number of requests, kept or not. */
  readonly requestCount: () => number
  /** What was wrong with the bodies of requests. Tests expect it to be empty. */
  readonly problems: readonly string[]
  /** Requests to addresses that the stand-in does not know. */
  readonly unexpected: readonly string[]
  readonly lastRequestAt: () => number
  readonly record: (request: RecordedRequest) => void
  readonly problem: (text: string) => void
  readonly unexpectedly: (text: string) => void
}

/** A request of the bot. */
export type RecordedRequest = {
  readonly method: string
  /** Without the base of the address and without the query. */
  readonly path: string
  readonly query: string
  readonly body: unknown
  /** In milliseconds of `performance.now()`. */
  readonly at: number
  readonly authorized: boolean
  /** Set as soon as it is answered. */
  status: number | undefined
}

/** Opens a journal; unless it keeps requests, it only counts them. */
export function createJournal(keeps: boolean): Journal {
  const requests: RecordedRequest[] = []
  const problems: string[] = []
  const unexpected: string[] = []
  let count = 0
  let last = 0

  return {
    requests,
    requestCount: () => count,
    problems,
    unexpected,
    lastRequestAt: () => last,
    record: (request) => {
      count += 1
      last = request.at
      if (keeps) requests.push(request)
    },
    problem: (text) => problems.push(text),
    unexpectedly: (text) => unexpected.push(text),
  }
}
