/** A connection that has ended, or an acknowledgement that found it so; the code says why. */
export class SocketEnded extends Error {
  override readonly name = 'SocketEnded'
  /** `closed`, `no-hello`, or the reason that Slack gave. */
  readonly code: string

  constructor(code: string, options?: ErrorOptions) {
    super(`The connection to Slack has ended (${code})`, options)
    this.code = code
  }
}
