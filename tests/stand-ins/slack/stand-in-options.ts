/** What a test may want otherwise. */
export type StandInOptions = {
  /** How deliveries reach the app; left out, by Socket Mode. */
  readonly mode?: 'socket' | 'http'
  /** The id of the organisation that the workspace belongs to, if it does. */
  readonly enterprise?: string
  /** True: the app is installed for the whole organisation. */
  readonly orgWide?: boolean
  /** Whether the app has `channels:history` and `groups:history`; left out, it has not. */
  readonly history?: boolean
  /** How long an acknowledgement may take; Slack's own 3 seconds if left out. */
  readonly acknowledgeMs?: number
  /** How long to wait before an event is delivered a second, third and fourth time; left out, at once. */
  readonly redeliverMs?: readonly number[]
  /** How long a trigger id can be used; Slack's own 3 seconds if left out. */
  readonly triggerMs?: number
  /** How long a response address can be used; Slack's own 30 minutes if left out. */
  readonly responseAddressMs?: number
  /** True: messages too many are refused: one a second a channel, after a burst of `burst` (1 if left out). */
  readonly rateLimits?: boolean
  readonly burst?: number
  /** False under load: arguments are believed without being looked at. */
  readonly check?: boolean
  /** False under load: calls are counted but not kept. Acknowledgements are kept, without what came with them. */
  readonly record?: boolean
}
