import type { Answer, Outcome } from '../../responder/answer.ts'
import type { Bot } from '../../responder/bot.ts'
import type { Question } from '../../responder/question.ts'
import { type Output, outputWidth } from './output-width.ts'
import { renderText } from './render.ts'
import { createWrite } from './write.ts'

export type AskParts = {
  readonly bot: Bot
  readonly question: Question
  readonly output: Output
  readonly color: boolean
}

/** Writes the answer to one question and gives the exit code. */
export async function ask({ bot, question, output, color }: AskParts): Promise<number> {
  const { answer, code } = respond(bot, question)
  await createWrite(output)(`${renderText(answer, { width: outputWidth(output), color })}\n`)
  return code
}

/** Exit codes, which other programs rely on. */
const codes = { answered: 0, urgent: 0, help: 0, suggested: 3, 'not-found': 3 } as const satisfies Record<
  Outcome,
  number
>
const fault = 1

function respond(bot: Bot, question: Question): { readonly answer: Answer; readonly code: number } {
  try {
    const answer = bot.respond(question)
    return { answer, code: codes[answer.outcome] }
  } catch {
    return { answer: bot.apology(question.locale), code: fault }
  }
}
