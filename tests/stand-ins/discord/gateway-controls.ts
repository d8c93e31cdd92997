/** What the gateway saw of the bot, with times of `performance.now()`. */
export type GatewayFacts = {
  /** Attempts to connect, with the address and query that were asked for. */
  readonly connections: readonly { readonly at: number; readonly path: string }[]
  readonly identifies: readonly { readonly at: number; readonly intents: number }[]
  readonly resumes: readonly { readonly at: number; readonly session: string; readonly sequence: number }[]
  /** Codes with which connections ended; 1006 is an end without a word. */
  readonly closes: readonly { readonly at: number; readonly code: number }[]
  /** Everything that the bot sent. */
  readonly sends: readonly { readonly at: number; readonly op: number }[]
}

/** How tests make the gateway behave as it does on bad days. */
export type GatewayControls = GatewayFacts & {
  /** Most things that the bot sent in any 60 seconds. */
  readonly busiestMinute: () => number
  /** Whether the bot is connected with a session. */
  readonly isConnected: () => boolean
  /** Op 7: asks the bot to come back. */
  readonly reconnect: () => void
  /** Op 9: the session is no more, or has to be resumed. */
  readonly invalidate: (resumable: boolean) => void
  /** Op 1: asks for a heartbeat at once. */
  readonly askForHeartbeat: () => void
  /** Closes with a code. */
  readonly close: (code: number) => void
  /** Breaks off without a word. */
  readonly cut: () => void
  /** Half-open: the connections of now stay, but nothing goes in or out any more. */
  readonly freeze: () => void
  /** Heartbeats on the connections of now are no longer acknowledged; all else goes on. */
  readonly stopAcknowledging: () => void
  /** The next events are sent twice. */
  readonly duplicate: (events: number) => void
  /** Keeps events back until they are released. */
  readonly hold: () => void
  readonly release: (order: 'as they came' | 'reversed') => void
  /** The next attempts to connect get HTTP 503. */
  readonly turnAway: (attempts: number) => void
  /** How the next attempts to begin or resume a session are met. */
  readonly refuse: (step: 'identify' | 'resume', how: Refusal, times?: number) => void
}

/** A close code, or op 9 with whether the session may be resumed. */
export type Refusal = { readonly close: number } | { readonly invalidSession: boolean }
