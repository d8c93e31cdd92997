import { join } from 'node:path'
import { loadTemplates } from '../../src/responder/load-templates.ts'
import type { ChatWords } from '../../src/responder/templates.ts'

const templates = loadTemplates(join(import.meta.dirname, '../../templates'))

/** What chat platforms say in a language, as shipped. */
export function wordsIn(language: string): ChatWords {
  const found = templates.get(language)
  if (found === undefined) throw new Error(`no templates in ${language}`)
  return found.chat
}

export const words = wordsIn('en')
