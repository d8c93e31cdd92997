/** One thing that Slack brings to the app, however often it tries. */
export type Delivery = {
  /** `envelope_id` in Socket Mode; over HTTP nothing of it can be seen. */
  readonly id: string
  readonly kind: 'events_api' | 'slash_commands' | 'interactive'
  readonly body: Readonly<Record<string, unknown>>
  /** How often it was sent so far; copies made on demand are not counted. */
  readonly attempts: () => number
  /** Why it was given up, if it was. */
  readonly failure: () => string | undefined
  /** The first acknowledgement that counts; rejects after five seconds. */
  readonly acknowledged: Promise<Acknowledgement>
}

/** An acknowledgement that reached the stand-in. */
export type Acknowledgement = {
  readonly id: string
  readonly kind: Delivery['kind']
  /** The event's type, the command, or the type of the interaction. */
  readonly name: string
  /** 1 for the first. */
  readonly attempt: number
  /** From the sending of this attempt to its acknowledgement. */
  readonly ms: number
  /** In milliseconds of `performance.now()`. */
  readonly at: number
  /** What came with it, such as the response to a command. */
  readonly payload: unknown
  /** Over HTTP only; anything but 2xx does not count as an acknowledgement. */
  readonly status?: number
  /** Whether it came in time and was the first. */
  readonly counts: boolean
}
