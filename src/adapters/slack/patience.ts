const secondMs = 1000
const minuteMs = 60 * secondMs

/** How long this adapter waits, tries and remembers: our own choices, inside Slack's limits. */
export const patience = {
  /** A call; the library's own default is for ever. */
  callTimeoutMs: 10 * secondMs,
  /** Between attempts of a call that Slack could not carry out. */
  callAgainMs: [500, 2 * secondMs],
  /** A message that would come later is given up: nobody waits for it any more. */
  longestRateLimitMs: 30 * secondMs,
  /** The same for what is urgent. */
  longestUrgentRateLimitMs: 2 * minuteMs,
  /** From Slack's answer to the next message of a channel: it takes one a second; rate-limits, checked 2026-11-23. */
  betweenMessagesMs: 1010,
  /** For Slack's answer, before the next message of a channel goes without it. */
  turnWithinMs: 2 * secondMs,
  /** Messages that wait in one channel beyond which new ones are given up, urgent ones aside. */
  maxWaitingInChannel: 20,
  /** The same for urgent ones: whoever would come later has long been helped otherwise. */
  maxUrgentInChannel: 120,
  /** Calls under way beyond which new ones are given up, urgent ones aside. */
  maxWaiting: 2000,
  /** For the public line about help, before the card goes to the person without it. */
  publicLineWithinMs: 4 * secondMs,
  /** Attempts to learn at the start who the bot is double their distance up to the longest. */
  firstAttemptMs: secondMs,
  longestAttemptMs: 15 * secondMs,
  /** Retry-After is obeyed up to this at the start. */
  longestRetryAfterMs: 60 * minuteMs,
  /** For replies in flight when the program stops. */
  stopWithinMs: 8 * secondMs,
  /** Threads and channels remembered at most, of each kind. */
  maxRemembered: 10_000,
  /** A thread in which nobody has asked for so long is no longer followed without a mention. */
  threadMs: 24 * 60 * minuteMs,
  /** Who asked in a thread is remembered no longer than anything else of a person. */
  askerMs: 15 * minuteMs,
  /** Before a channel that the bot may not post in is tried again. */
  closedChannelMs: 10 * minuteMs,
  /** How often an operator is told of requests that were not signed by Slack. */
  tellUnsignedMs: minuteMs,
} as const
