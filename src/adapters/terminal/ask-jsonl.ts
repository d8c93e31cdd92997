import type { Readable, Writable } from 'node:stream'
import type { Bot } from '../../responder/bot.ts'
import type { Replies } from '../reply.ts'
import { createReplies } from './create-replies.ts'
import { limits } from './limits.ts'
import { parseJsonlQuestion } from './parse-jsonl-question.ts'
import { type Line, readLines } from './read-lines.ts'
import { createWrite } from './write.ts'

export type AskJsonlParts = {
  readonly bot: Bot
  readonly input: Readable
  readonly output: Writable
  /** How many of the best-ranked passages to write; those that the reply is built from where absent. */
  readonly limit?: number
}

/** Answers questions, one JSON object a line, in order; lines of white space are skipped. Ends early if nobody reads on. */
export async function askJsonl({ bot, input, output, limit }: AskJsonlParts): Promise<void> {
  const replies = createReplies(bot)
  const write = createWrite(output)

  for await (const line of readLines(input, limits.maxLineCharacters)) {
    if (line.text.trim() === '') continue
    if (!(await write(`${toJsonLine(replyTo(line, { bot, replies, limit }))}\n`))) return
  }
}

type ReplyParts = { readonly bot: Bot; readonly replies: Replies; readonly limit: number | undefined }

function replyTo({ text, cut }: Line, { bot, replies, limit }: ReplyParts): object {
  if (cut) return { error: `the line is longer than ${limits.maxLineCharacters} characters` }

  const { id, question, error } = parseJsonlQuestion(text)
  const named = id === undefined ? {} : { id }
  if (question === undefined) return { ...named, error }
  try {
    return { ...named, ...replies.reply(question, limit) }
  } catch {
    // The fault's own message may hold what the person wrote; the apology says where help is, fault or not.
    const fault = 'this question could not be answered because of a fault'
    return { ...named, error: fault, ...replies.draw(bot.apology(question.locale)) }
  }
}

/** JSON leaves the C1 controls, which some terminals obey, and two more line ends as they are. */
function toJsonLine(value: object): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
