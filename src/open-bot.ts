import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Library, loadLibrary } from './knowledge/load-library.ts'
import { loadWords } from './knowledge/load-words.ts'
import type { Bot } from './responder/bot.ts'
import { createBot } from './responder/create-bot.ts'
import { loadTemplates } from './responder/load-templates.ts'
import { loadHelpLines } from './safety/load-help-lines.ts'
import { type OpenTriage, openTriage } from './safety/open-triage.ts'

/** The bot, and what its operator is told about. */
export type OpenBot = { readonly bot: Bot; readonly library: Library; readonly triage: OpenTriage }

export type OpenBotOptions = {
  /** For a program that answers one question. */
  readonly lazy?: boolean
  /** Where the bot's page is on the web, without a slash at its end: answers then link to their place in the whole text. */
  readonly publicUrl?: string | undefined
}

/** Loads everything the bot knows and says, and builds it; throws where a list or a template cannot be loaded. */
export function openBot(
  knowledgeDir: string,
  today: string,
  { lazy = false, publicUrl }: OpenBotOptions = {},
): OpenBot {
  const library = loadLibrary(knowledgeDir, today)
  const words = loadWords([join(packageRoot, 'knowledge'), resolve(knowledgeDir)])
  const templates = loadTemplates(join(packageRoot, 'templates'))
  const triage = openTriage(join(packageRoot, 'safety'), words.everyday, { lazy })
  const helpLines = loadHelpLines(packageRoot, resolve(knowledgeDir))
  const bot = createBot({
    documents: library.documents,
    words,
    templates,
    triage: triage.read,
    helpLines,
    version: readVersion(),
    publicUrl,
  })
  return { bot, library, triage }
}

/** The same depth from `src/` and from `dist/`. */
const packageRoot = fileURLToPath(new URL('../', import.meta.url))

function readVersion(): string {
  const file: unknown = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))
  return z.object({ version: z.string() }).parse(file).version
}
