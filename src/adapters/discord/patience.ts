const secondMs = 1000
const minuteMs = 60 * secondMs

/** How long this adapter waits, tries and remembers: our own choices, inside Discord's limits. */
export const patience = {
  /** A first response that takes longer comes too late; Discord gives three seconds. */
  responseTimeoutMs: 2.5 * secondMs,
  /** Until then a first response that was not carried out is tried once more. */
  respondAgainWithinMs: 2.2 * secondMs,
  /** After this, whatever takes longer is answered with a promise to say how it went. */
  replyLaterMs: 1.5 * secondMs,
  /** All other requests; the library's own default is 15 s. */
  requestTimeoutMs: 10 * secondMs,
  /** After server errors and broken connections; safe, since messages carry nonces and deleting twice is deleting. */
  requestRetries: 2,
  /** An answer that would come later is given up: nobody waits for it any more. */
  longestRateLimitMs: 30 * secondMs,
  /** For the public line about help, before the card goes by direct message instead. */
  publicLineWithinMs: 4 * secondMs,
  /** Typing is a courtesy, for which no answer waits long. */
  typingTimeoutMs: secondMs,
  /** For typing to be seen before the answer. */
  typingHeadStartMs: 200,
  /** Requests in a second, urgent ones and first responses aside: Discord takes 50; rate-limits.mdx, checked 2026-11-23. */
  maxPerSecond: 45,
  /** Requests under way beyond which new answers are given up, urgent ones aside. */
  maxWaiting: 1000,
  /** A tenth of what makes Discord shut an address out: 10,000 in ten minutes; rate-limits.mdx, checked 2026-11-23. */
  maxInvalidRequests: 1000,
  invalidRequestsWindowMs: 10 * minuteMs,
  /** Attempts to reach Discord at the start double their distance up to the longest. */
  firstReconnectMs: secondMs,
  longestReconnectMs: minuteMs,
  /** Between attempts to register the commands. */
  registerAgainMs: [10 * secondMs, minuteMs, 10 * minuteMs],
  /** For the connection to be closed from both sides. */
  closeWithinMs: 1.5 * secondMs,
  /** For replies in flight when the program stops. */
  stopWithinMs: 8 * secondMs,
  /** Messages, channels and lines remembered at most, of each kind. */
  maxPosted: 10_000,
  /** A question deleted later than this keeps its answer. */
  postedMs: 24 * 60 * minuteMs,
  /** Before a channel that the bot may not post in is tried again. */
  closedChannelMs: 10 * minuteMs,
} as const
