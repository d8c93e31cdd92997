const secondMs = 1000
const minuteMs = 60 * secondMs

/** How long the Socket Mode connection waits, and how often it tries: our own choices. */
export const socketPatience = {
  /** From the request for an address to the hello. */
  connectWithinMs: 10 * secondMs,
  /** A connection whose end was announced is listened to this long, unless it ends before. */
  drainMs: 30 * secondMs,
  /** For a connection to be closed from both sides; Slack may leave it half closed. */
  closeWithinMs: 800,
  /** Between two looks at whether the other side has begun to close. */
  lookMs: 250,
  /** For a pong; the library's own default. */
  pongWithinMs: 5 * secondMs,
  /** Attempts double their distance up to the longest. */
  firstAgainMs: secondMs,
  longestAgainMs: 15 * secondMs,
  /** Where Slack refuses the token, or Socket Mode is switched off, after it has worked. */
  refusedAgainMs: 15 * secondMs,
  /** Retry-After is obeyed up to this. */
  longestRetryAfterMs: 60 * minuteMs,
  /** Connections replaced without any wait in each window; beyond them each waits `firstAgainMs`, so that nothing spins. */
  maxAtOnce: 60,
  atOnceWindowMs: minuteMs,
} as const

/** The same numbers, or others in their place. */
export type SocketPatience = Readonly<Record<keyof typeof socketPatience, number>>
