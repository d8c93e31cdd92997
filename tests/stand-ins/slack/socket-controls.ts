/** How tests make Socket Mode behave as it does on bad days; all but `refuseUpgrades` and hellos concerns the connections of now. */
export type SocketControls = {
  /** How many connections are open now, after their hello or before. */
  readonly open: () => number
  /** Most connections that were open at a time. */
  readonly mostOpen: () => number
  /** Connections so far. */
  readonly connections: () => number
  /**
   * Slack's routine refresh: a `warning`, after `warningMs` `refresh_requested`, and then the end.
   *
   * Deliveries keep coming until `refresh_requested`. Resolves when these connections are closed.
   */
  readonly refresh: (times?: { readonly warningMs?: number; readonly closeMs?: number }) => Promise<void>
  /** Sends a disconnect frame with this reason; the connection stays open. */
  readonly disconnect: (reason: string) => void
  /** Closes with this code. */
  readonly close: (code?: number) => void
  /** Breaks off without a word. */
  readonly drop: () => void
  /** Half-open: the connections stay, but nothing goes in or out any more, no pongs either. */
  readonly silence: () => void
  /** Sends a frame as it is; a Buffer goes as binary. */
  readonly sendRaw: (frame: string | Buffer) => void
  /** The next attempts to connect get this HTTP status. */
  readonly refuseUpgrades: (status: number, times?: number) => void
  /** Keeps hellos back until they are released; before its hello nothing is delivered to a connection. */
  readonly holdHello: () => void
  readonly releaseHello: () => void
}
