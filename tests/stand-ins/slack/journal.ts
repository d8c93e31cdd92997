/** A call of the Web API or a use of a response address. */
export type Call = {
  /** Such as `chat.postMessage`, or `response_url`. */
  readonly method: string
  /** The arguments, those in JSON parsed. */
  readonly args: Readonly<Record<string, unknown>>
  /** In milliseconds of `performance.now()`. */
  readonly at: number
  /** Bearer token that came with it. */
  readonly token: string | undefined
  /** Set as soon as it is answered. */
  status: number | undefined
  /** `error` of the answer, where it has one. */
  error: string | undefined
}

/** What the stand-in wrote down about the app. */
export type Journal = {
  readonly calls: readonly Call[]
  /** Number of calls, kept or not. */
  readonly callCount: () => number
  /** What was wrong with the arguments of calls. Tests expect it to be empty. */
  readonly problems: readonly string[]
  /** Methods, events and addresses that the stand-in does not know. */
  readonly unexpected: readonly string[]
  readonly record: (call: Call) => void
  readonly problem: (text: string) => void
  readonly unexpectedly: (text: string) => void
}

/** Opens a journal; unless it keeps calls, it only counts them. */
export function createJournal(keeps: boolean): Journal {
  const calls: Call[] = []
  const problems: string[] = []
  const unexpected: string[] = []
  let count = 0

  return {
    calls,
    callCount: () => count,
    problems,
    unexpected,
    record: (call) => {
      count += 1
      if (keeps) calls.push(call)
    },
    problem: (text) => problems.push(text),
    unexpectedly: (text) => unexpected.push(text),
  }
}
