#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { safeText } from './adapters/terminal/safe-text.ts'
import { type Config, ConfigError, loadConfig } from './config.ts'
import { expiryNotice } from './knowledge/expiry.ts'
import { formatProblem } from './knowledge/problem.ts'
import type { OpenBot } from './open-bot.ts'

/** Exit codes that every command shares. */
const exit = { fault: 1, usage: 2 } as const

/** A mistake of whoever runs the program, in words for them. */
class UsageError extends Error {
  override readonly name = 'UsageError'
}

const program = new Command('pamphlet')
  .description('Answers health questions word for word from reviewed documents.')
  .exitOverride()

program
  .command('start')
  .description('start the page to ask on, and the bot on every platform whose settings are present')
  .action(async () => {
    const code = await start()
    // Connections of platforms may be closing still, which nobody waits for.
    process.exit(code)
  })

program
  .command('chat')
  .description('a conversation in the terminal')
  .action(() => chat({ tellAll: false }))

program
  .command('ask')
  .description(
    'answer one question; exit code 0 answered or help, 3 not found or several to choose from, 2 usage, 1 fault',
  )
  .argument('[question...]', 'the question, in as many words as you like')
  .option('--jsonl', 'read questions from standard input, one JSON object a line; blank lines are skipped')
  .option('--limit <n>', 'with --jsonl: write the n best-ranked passages, whatever the outcome', readCount)
  .option('--knowledge <dir>', 'folder of the documents instead of the one of the settings')
  .option(
    '--region <country>',
    'country whose help lines to show, such as IE; with --jsonl each question names its own',
    readRegion,
  )
  .action(async (words: readonly string[], options: AskOptions) => {
    process.exitCode = await runAsk(words.join(' ').trim(), options)
  })

program
  .command('check')
  .description('validate the documents of a folder and the questions they carry; exit code 2 on any problem')
  .argument('[dir]', 'folder of the documents instead of the one of the settings')
  .action(async (dir: string | undefined) => {
    const folder = dir ?? loadConfig().knowledgeDir
    const { runCheck } = await import('./check.ts')
    process.exitCode = runCheck(folder, localDate(new Date()), process.stdout, process.stderr)
  })

program
  .command('discord-commands')
  .description('register the commands with Discord where they differ; "start" does the same')
  .option('--print', 'show them as JSON instead, without connecting')
  .action(async (options: { readonly print?: true }) => {
    await discordCommands(options)
  })

// Nobody may be left to read what standard error says.
process.stderr.on('error', () => {})

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}

type AskOptions = {
  readonly jsonl?: true
  readonly limit?: number
  readonly knowledge?: string
  readonly region?: string
}

async function runAsk(text: string, { jsonl, limit, knowledge, region }: AskOptions): Promise<number> {
  if (jsonl === undefined && limit !== undefined) throw new UsageError('--limit goes with --jsonl')
  if (jsonl !== undefined && region !== undefined) throw new UsageError('With --jsonl each question names its region')
  if (jsonl === undefined && text === '') throw new UsageError('Give a question, or --jsonl to read questions')
  if (jsonl !== undefined && text !== '') throw new UsageError('Give either a question or --jsonl, not both')

  const config = loadConfig()
  const { bot } = await open(knowledge ?? config.knowledgeDir, {
    ...publicUrlOf(config),
    tellAll: false,
    lazy: jsonl === undefined,
  })
  if (jsonl === undefined) {
    const { ask } = await import('./adapters/terminal/ask.ts')
    const color = config.color && process.stdout.isTTY
    const question = { text, locale: machineLocale(), ...(region === undefined ? {} : { region }) }
    return await ask({ bot, question, output: process.stdout, color })
  }

  const { askJsonl } = await import('./adapters/terminal/ask-jsonl.ts')
  await askJsonl({ bot, input: process.stdin, output: process.stdout, ...(limit === undefined ? {} : { limit }) })
  return 0
}

async function start(): Promise<number> {
  const config = loadConfig()
  const { bot, triage } = await open(config.knowledgeDir, { ...publicUrlOf(config), tellAll: true })
  if (config.discord === undefined) tell(['Discord is not set up: set DISCORD_TOKEN to add it (README, "Discord").'])
  if (config.slack === undefined)
    tell(['Slack is not set up: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN to add it (README, "Slack").'])

  const stopWatching = triage.watch(tell)
  const { startPlatforms } = await import('./start.ts')
  const { createReplies } = await import('./adapters/terminal/create-replies.ts')
  const { offerPage } = await import('./offer-page.ts')
  const code = await startPlatforms({
    settings: config,
    bot,
    replies: createReplies(bot),
    tell,
    onListening: (address) => offerPage({ address, input: process.stdin, tell }),
  })
  stopWatching()
  return code
}

async function discordCommands({ print = false }: { readonly print?: boolean }): Promise<void> {
  const config = loadConfig()
  const { bot } = await open(config.knowledgeDir, { tellAll: false })
  if (print) {
    const { createCommands } = await import('./adapters/discord/commands.ts')
    process.stdout.write(`${JSON.stringify(createCommands(bot), undefined, 2)}\n`)
    return
  }

  if (config.discord === undefined) throw new UsageError('DISCORD_TOKEN is missing; --print needs none')
  const { registerNow } = await import('./adapters/discord/register-commands.ts')
  const isNew = await registerNow(bot, config.discord)
  tell([isNew ? 'The commands are registered.' : 'The commands are registered already, word for word.'])
}

async function chat(telling: Telling): Promise<void> {
  const config = loadConfig()
  const { bot, triage } = await open(config.knowledgeDir, { ...publicUrlOf(config), ...telling })
  const stopWatching = triage.watch(tell)
  const { createTerminalAdapter } = await import('./adapters/terminal/terminal-adapter.ts')
  const adapter = createTerminalAdapter({
    bot,
    input: process.stdin,
    output: process.stdout,
    color: config.color && process.stdout.isTTY,
    locale: machineLocale(),
  })
  const stop = () => void adapter.stop().catch(() => {})
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)

  await adapter.start()
  await adapter.ended()
  stopWatching()
}

function publicUrlOf({ web: { publicUrl } }: Config): { readonly publicUrl?: string } {
  return publicUrl === undefined ? {} : { publicUrl }
}

/** Whether an operator is told what is served and until when, or of problems alone. */
type Telling = { readonly tellAll: boolean }

type Opening = Telling & { readonly lazy?: boolean; readonly publicUrl?: string }

/** Opens the bot and tells on standard error what does not stand as its operator may think. */
async function open(
  knowledgeDir: string,
  { tellAll, lazy = false, ...options }: Opening,
): Promise<Pick<OpenBot, 'bot' | 'triage'>> {
  const { openBot } = await import('./open-bot.ts')
  const today = localDate(new Date())
  const { bot, library, triage } = attempt(() => openBot(knowledgeDir, today, { lazy, ...options }))
  const { documents, lapsed, expiring, problems } = library
  const nothing = documents.length === 0

  tell([
    ...(tellAll && !nothing ? [`Documents served: ${documents.map(({ name }) => name).join(', ')}`] : []),
    ...(tellAll || nothing ? [...lapsed, ...expiring].map((document) => expiryNotice(today, document)) : []),
    ...problems.map(formatProblem),
  ])
  if (nothing) throw new UsageError(`There is no document to serve in "${knowledgeDir}"`)
  return { bot, triage }
}

function attempt<Value>(load: () => Value): Value {
  try {
    return load()
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : 'Cannot load what the bot needs', { cause })
  }
}

function tell(lines: readonly string[]): void {
  if (lines.length > 0) process.stderr.write(`${lines.map(safeText).join('\n')}\n`)
}

/** Says why the program ends, and gives its exit code. A fault is named without its message, which may hold a person's words. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exit.usage
  if (error instanceof UsageError || error instanceof ConfigError) {
    tell(error.message.split('\n'))
    return exit.usage
  }

  const { name, stack = '' } = error instanceof Error ? error : new Error()
  const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : ''
  tell([`Stopped by a fault: ${name}${code}`, ...stack.split('\n').filter((line) => /^ {4}at /.test(line))])
  return exit.fault
}

function readCount(text: string): number {
  const count = Number(text)
  if (!/^\d+$/.test(text) || count < 1 || !Number.isSafeInteger(count)) {
    throw new InvalidArgumentError('It must be a whole number from 1 on.')
  }
  return count
}

/** Two letters, as in ISO 3166-1; a country without help lines gets the directory. */
function readRegion(text: string): string {
  if (!/^[a-z]{2}$/i.test(text)) throw new InvalidArgumentError("It must be a country's two letters, such as IE.")
  return text.toUpperCase()
}

/** The person's language as the operating system has it. */
function machineLocale(): string {
  return new Intl.DateTimeFormat().resolvedOptions().locale
}

/** The day as the operator's calendar has it, `2026-11-23`. */
function localDate(now: Date): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
