import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type LoadedBot, startLoadedBot } from './load-bot.ts'
import { memoryText } from './web-load-memory.ts'
import { type Figures, runLoad } from './web-load-phase.ts'
import { createQuestions } from './web-load-questions.ts'
import { head, ratios, row } from './web-load-table.ts'

export type WebLoadOptions = {
  /** How long each of the two is asked. */
  readonly seconds: number
  /** Asks the built program so many questions instead, however long they take. */
  readonly questions?: number | undefined
  readonly say: (text: string) => void
}

const settings = { HOST: '127.0.0.1', PORT: '0', RATE_LIMIT: 'off', LOG_LEVEL: 'error' } as const

/** The same interface with fuse.js inside. */
const fuse = ['--import', 'tsx', fileURLToPath(new URL('./web-load-fuse.ts', import.meta.url))] as const

/** For the machine code of what is called often. */
const warmUpSeconds = 5

const startWithinMs = 30_000

/** Puts `POST /api/ask` of the built program under load, and then that of the same interface with fuse.js inside. */
export async function runWebLoad({ seconds, questions, say }: WebLoadOptions): Promise<void> {
  say(`\n${head}`)
  const ours = await measure(startLoadedBot(settings), seconds, questions)
  say(row('Pamphlet', ours))
  const theirs = await measure(startLoadedBot(settings, fuse), seconds)
  say(row('fuse.js token search, no triage', theirs))
  say(`\n${ratios(ours, theirs)}`)
  const memory = memoryText(ours.memory)
  if (memory !== undefined) say(memory)
}

async function measure(bot: LoadedBot, seconds: number, questions?: number): Promise<Figures> {
  try {
    const load = { bot, address: await addressOf(bot), question: createQuestions() }
    await runLoad({ ...load, seconds: Math.min(warmUpSeconds, seconds) })
    return await runLoad({ ...load, seconds, questions })
  } finally {
    await bot.stop()
  }
}

/** Where it listens, which it tells its operator. */
async function addressOf({ told }: LoadedBot): Promise<string> {
  const end = performance.now() + startWithinMs
  while (performance.now() < end) {
    const [address] = told.flatMap((line) => /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [])
    if (address !== undefined) return address
    // oxlint-disable-next-line no-await-in-loop
    await wait(50)
  }
  throw new Error(`Cannot measure: the program does not listen. ${told.join(' ')}`)
}
