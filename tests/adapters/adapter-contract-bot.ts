import type { Bot } from '../../src/responder/bot.ts'
import type { Question } from '../../src/responder/question.ts'
import { createScriptedBot } from './terminal/scripted-bot.ts'

export type ContractBot = Bot & {
  /** Every question, also those that broke. */
  readonly asked: readonly Question[]
  /** Calls back when the next question comes, before it is answered. */
  readonly whenAsked: (call: () => void) => void
}

/** The bot that every adapter is tried with: it breaks at questions that begin with "break", with their words in its message. */
export function createContractBot(): ContractBot {
  const bot = createScriptedBot()
  const asked: Question[] = []
  let next: (() => void) | undefined

  return {
    ...bot,
    asked,
    whenAsked: (call) => {
      next = call
    },
    respond: (question) => {
      asked.push(question)
      next?.()
      next = undefined
      if (question.text.startsWith('break')) throw new Error(`cannot read ${question.text}`)
      return bot.respond(question)
    },
  }
}
