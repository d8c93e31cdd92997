import { join } from 'node:path'
import type { Document } from '../../src/knowledge/document.ts'
import { loadLibrary } from '../../src/knowledge/load-library.ts'
import { loadWords } from '../../src/knowledge/load-words.ts'
import type { Bot } from '../../src/responder/bot.ts'
import { createBot } from '../../src/responder/create-bot.ts'
import { loadTemplates } from '../../src/responder/load-templates.ts'

export const root = join(import.meta.dirname, '../..')

/** A day on which every document is served. */
export const today = '2026-11-23'

export const templates = loadTemplates(join(root, 'templates'))
export const shippedDocuments = loadLibrary(join(root, 'knowledge'), today).documents
export const gardenDocuments = loadLibrary(join(root, 'evaluation/knowledge'), today).documents

const words = loadWords([join(root, 'knowledge')])

/** A bot over documents, with the templates and words that Pamphlet is shipped with. */
export function botOver(documents: readonly Document[]): Bot {
  return createBot({ documents, words, templates })
}

/** The bot as shipped. */
export const bot = botOver(shippedDocuments)
