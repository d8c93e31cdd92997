import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Library, loadLibrary } from './knowledge/load-library.ts'
import { loadWords } from './knowledge/load-words.ts'
import type { Bot } from './responder/bot.ts'
import { createBot } from './responder/create-bot.ts'
import { loadTemplates } from './responder/load-templates.ts'

/** Loads everything the bot knows and says, and builds it; throws where a list or a template cannot be loaded. */
export function openBot(knowledgeDir: string, today: string): { readonly bot: Bot; readonly library: Library } {
  const library = loadLibrary(knowledgeDir, today)
  const words = loadWords([join(packageRoot, 'knowledge'), resolve(knowledgeDir)])
  const templates = loadTemplates(join(packageRoot, 'templates'))
  return { bot: createBot({ documents: library.documents, words, templates }), library }
}

/** The same depth from `src/` and from `dist/`. */
const packageRoot = fileURLToPath(new URL('../', import.meta.url))
