import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../evaluation/judgments.ts'
import { renderNote } from '../src/adapters/slack/render.ts'
import { loadTemplates } from '../src/responder/load-templates.ts'
import { type SlackStandIn, startSlackStandIn } from '../tests/stand-ins/slack/slack-stand-in.ts'
import { keepPace } from './discord-load-pace.ts'
import type { LoadedBot } from './load-bot.ts'
import { type Mode, startSlackLoadBot } from './slack-load-bot.ts'
import { type Answered, createCrowd } from './slack-load-crowd.ts'
import { caption, head, row } from './slack-load-table.ts'

export type SlackLoadOptions = {
  /** How long the load lasts in each mode. */
  readonly seconds: number
  readonly say: (text: string) => void
}

/** What came of the load in one mode. */
export type Figures = {
  readonly mode: Mode
  /** What people did. */
  readonly sent: number
  /** The same with the bot's own messages. */
  readonly delivered: number
  /** From a delivery to its acknowledgement in time, in milliseconds. */
  readonly acknowledgedMs: readonly number[]
  readonly answers: readonly Answered[]
  /** Told to wait; among the answers. */
  readonly heldBack: number
  /** Longest that an event was sent too late, in milliseconds. */
  readonly lateMs: number
  /** Share of one processor, until the last answer. */
  readonly processor: number
  /** At rest, before and after. */
  readonly rssMb: readonly [number, number]
}

const perSecond = 100

/** For the heap to come to rest. */
const idleMs = 10_000

/** How what comes late is waited for: for as long as anything comes, and not for ever. */
const late = { pollMs: 500, quietMs: 5_000, mostMs: 90_000 } as const

/**
 * Puts the built program under load against the stand-in for Slack, which runs in this process, in one mode and then the other.
 *
 * The stand-in believes every body: whether they are right is for the tests to say.
 */
export async function runSlackLoad({ seconds, say }: SlackLoadOptions): Promise<void> {
  say(`\n${caption}\n\n${head}`)
  const logged = [await runMode('socket', seconds, say), await runMode('http', seconds, say)]
  say(`\nLog, Socket Mode: ${logged[0]}\nLog, HTTP: ${logged[1]}`)
}

/** Gives what the program logged. */
async function runMode(mode: Mode, seconds: number, say: (text: string) => void): Promise<string> {
  const slack = await startSlackStandIn({ mode, check: false, record: false })
  const crowd = createCrowd(slack)
  try {
    const bot = await startSlackLoadBot(slack, mode)
    try {
      await wait(Math.min(idleMs, seconds * 1000))
      const before = bot.usage()
      const start = performance.now()

      const { times: sent, lateMs } = await keepPace({ rate: perSecond, seconds }, crowd.ask)
      const busyMs = (await rest(slack)) - start

      const processor = (bot.usage().processorSeconds - before.processorSeconds) / (busyMs / 1000)
      await wait(Math.min(idleMs, seconds * 1000))
      const answers = crowd.answers().filter((answer) => answer !== undefined)
      const figures = {
        mode,
        sent,
        delivered: sent + crowd.ownMessages(),
        acknowledgedMs: slack.acknowledgements.filter(({ counts }) => counts).map(({ ms }) => ms),
        answers,
        heldBack: answers.filter(({ text }) => text === busy).length,
        lateMs,
        processor,
      }
      say(row({ ...figures, rssMb: [before.rssMb, bot.usage().rssMb] }))
      return loggedBy(bot)
    } finally {
      await bot.stop()
    }
  } finally {
    await slack.close()
  }
}

/** Resolves when no call has come for a while, in any case in time; gives when the last one came. */
async function rest({ callCount }: SlackStandIn): Promise<number> {
  const end = performance.now() + late.mostMs
  let count = callCount()
  let lastAt = performance.now()
  while (performance.now() < Math.min(end, lastAt + late.quietMs)) {
    // oxlint-disable-next-line no-await-in-loop
    await wait(late.pollMs)
    if (callCount() !== count) lastAt = performance.now()
    count = callCount()
  }
  return lastAt
}

function loggedBy(bot: LoadedBot): string {
  return bot.logged().join(', ') || 'nothing'
}

/** What somebody is told who asks too fast. */
const busy = renderNote(loadTemplates(`${root}templates`).get('en')?.chat.notes.busy ?? '').text
