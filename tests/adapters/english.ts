import type { Templates } from '../../src/responder/templates.ts'
import { templates } from '../responder/shipped-bot.ts'

/** What the bot says by itself in English. */
export const english: Templates = wordsIn('en')

/** The same in another language. */
export function wordsIn(language: string): Templates {
  const words = templates.get(language)
  if (words === undefined) throw new Error(`There are no templates in ${language}`)
  return words
}
