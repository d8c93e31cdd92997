import type { Bot } from '../../../responder/bot.ts'
import type { Replies } from '../../reply.ts'
import type { OnAnswer } from '../create-take-step.ts'

/** What the interface for programs is made from. */
export type ApiParts = {
  readonly bot: Bot
  readonly replies: Replies
  /** Whether a question from an address is answered now. */
  readonly mayAsk: (address: string) => Promise<boolean>
  readonly onAnswer: OnAnswer
  readonly onFault: (error: unknown) => void
}
