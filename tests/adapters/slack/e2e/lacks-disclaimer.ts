import { templates } from '../../../responder/shipped-bot.ts'
import { disclaimer as scripted } from '../../terminal/make-answer.ts'
import { readBlocks } from '../read-blocks.ts'
import { unescapeText } from '../read-mrkdwn.ts'
import type { SentBody } from './sent-bodies.ts'

/**
 * Whether a message or view is an answer without the disclaimer, be it in its blocks or in its plain text.
 *
 * What the platform says for itself, such as "deleted", needs none.
 */
export function lacksDisclaimer({ text, blocks }: SentBody): boolean {
  const plain = text === undefined ? [] : [unescapeText(text)]
  return [readBlocks(blocks).text, ...plain].some((each) => !notes.has(each.trim()) && !hasDisclaimer(each))
}

function hasDisclaimer(text: string): boolean {
  return disclaimers.some((each) => text.toLowerCase().includes(each.toLowerCase()))
}

const languages = [...templates.values()]
const disclaimers = [scripted, ...languages.map(({ disclaimer }) => disclaimer)].flatMap(({ text, short }) => [
  text,
  short,
])
const notes: ReadonlySet<string> = new Set(languages.flatMap(({ chat }) => Object.values(chat.notes)))
