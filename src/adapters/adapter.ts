/**
 * Connects one chat platform to the bot.
 *
 * An adapter hears a question, hands it to `respond`, and renders the answer in
 * the platform's own format. Deciding what to say belongs to the responder.
 */
export interface Adapter {
  /** Platform name, as it appears in logs. */
  readonly name: string

  /** Connects and begins listening; resolves once questions can arrive. */
  start(): Promise<void>

  /** Stops listening and lets replies in flight finish. */
  stop(): Promise<void>
}
