import { loadCorpus, root } from '../evaluation/judgments.ts'
import { createReplies } from '../src/adapters/terminal/create-replies.ts'
import { parseConfig } from '../src/config.ts'
import { openBot } from '../src/open-bot.ts'
import { startPlatforms } from '../src/start.ts'
import { createFuseBot } from './fuse-bot.ts'

/*
 * Serves the page and its HTTP interface as the program does, with fuse.js inside; benchmarks/web-load.ts starts it in a
 * process of its own.
 */
const opened = openBot(`${root}knowledge`, '2026-11-23')
const bot = createFuseBot(opened.bot, loadCorpus({ name: '', corpus: 'low-serotonin' }))

process.exitCode = await startPlatforms({
  settings: parseConfig(process.env),
  bot,
  replies: createReplies(bot),
  tell: (lines) => void process.stderr.write(`${lines.join('\n')}\n`),
  onListening: (address) => void process.stderr.write(`The page is at ${address}\n`),
})
