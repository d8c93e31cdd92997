/** A refusal in Slack's own words; thrown by methods of the stand-in's Web API. */
export class SlackError extends Error {
  readonly more: Readonly<Record<string, unknown>>

  constructor(error: string, more: Readonly<Record<string, unknown>> = {}) {
    super(error)
    this.name = 'SlackError'
    this.more = more
  }
}
