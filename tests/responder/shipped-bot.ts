import { join } from 'node:path'
import type { Document } from '../../src/knowledge/document.ts'
import { loadLibrary } from '../../src/knowledge/load-library.ts'
import { loadWords } from '../../src/knowledge/load-words.ts'
import type { Bot } from '../../src/responder/bot.ts'
import { type BotParts, createBot } from '../../src/responder/create-bot.ts'
import { loadTemplates } from '../../src/responder/load-templates.ts'
import { loadHelpLines } from '../../src/safety/load-help-lines.ts'
import { openTriage } from '../../src/safety/open-triage.ts'

export const root = join(import.meta.dirname, '../..')

/** A day on which every document is served. */
export const today = '2026-11-23'

export const templates = loadTemplates(join(root, 'templates'))
export const shippedDocuments = loadLibrary(join(root, 'knowledge'), today).documents
export const gardenDocuments = loadLibrary(join(root, 'evaluation/knowledge'), today).documents

const words = loadWords([join(root, 'knowledge')])

/** Triage and help lines as shipped. */
export const triage = openTriage(join(root, 'safety'), words.everyday).read
export const helpLines = loadHelpLines(root, join(root, 'knowledge'))

/** A bot over documents, with everything else that Pamphlet is shipped with unless told otherwise. */
export function botOver(documents: readonly Document[], parts: Partial<BotParts> = {}): Bot {
  return createBot({ documents, words, templates, triage, helpLines, version: '1.2.3', ...parts })
}

/** The bot as shipped. */
export const bot = botOver(shippedDocuments)
