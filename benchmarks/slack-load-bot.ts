import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../evaluation/judgments.ts'
import type { SlackStandIn } from '../tests/stand-ins/slack/slack-stand-in.ts'

/** How events reach the program. */
export type Mode = 'socket' | 'http'

/** The program under load, in a process of its own. */
export type LoadedBot = {
  /** Memory that it holds, and processor time that it has used; 0 where the system has no `/proc`. */
  readonly usage: () => { readonly rssMb: number; readonly processorSeconds: number }
  /** What it logged, each event with its reason once, and how often. */
  readonly logged: () => readonly string[]
  readonly stop: () => Promise<void>
}

const program = `${root}dist/main.js`

const startWithinMs = 30_000
/** Longest that replies in flight may take at the end. */
const stopWithinMs = 12_000

/** Starts the built program for a Slack that is not Slack; resolves once events can arrive. */
export async function startLoadedBot(slack: SlackStandIn, mode: Mode): Promise<LoadedBot> {
  if (!existsSync(program)) throw new Error(`Cannot measure ${program}: it is not built (npm run build)`)
  const child = spawn(process.execPath, [program, 'start'], {
    // Where nobody keeps a .env.
    cwd: `${root}benchmarks`,
    env: environmentFor(slack, mode),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  // A program without its stand-in would try for ever to connect again.
  process.once('SIGINT', giveUp)
  process.once('SIGTERM', giveUp)

  const counts = new Map<string, number>()
  createInterface(child.stdout).on('line', (line) => {
    const event = eventOf(line)
    counts.set(event, (counts.get(event) ?? 0) + 1)
  })
  const told: string[] = []
  createInterface(child.stderr).on('line', (line) => told.push(line))
  await ready(told)
  const [, port] = told.map((line) => /^Requests of Slack .*:(\d+)\//.exec(line)).find((found) => found !== null) ?? []
  if (port !== undefined) slack.deliverTo(Number(port))

  return {
    usage: () => readUsage(child.pid ?? 0),
    logged: () => [...counts].map(([event, count]) => `${event} ${count}`),
    stop: async () => {
      child.kill('SIGTERM')
      const isLate = await Promise.race([ended.then(() => false), wait(stopWithinMs, true, { ref: false })])
      if (isLate) child.kill('SIGKILL')
      await ended
      process.off('exit', kill)
      process.off('SIGINT', giveUp)
      process.off('SIGTERM', giveUp)
    },
  }
}

/** Only what the stand-in gives: whatever else is set on this machine is none of the measurement's. */
function environmentFor({ apiUrl, botToken, appToken, signingSecret }: SlackStandIn, mode: Mode): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !/^(?:DISCORD|SLACK)_|^(?:HOST|PORT)$/.test(name))
  const way = mode === 'socket' ? { SLACK_APP_TOKEN: appToken } : { SLACK_SIGNING_SECRET: signingSecret, PORT: '0' }
  return { ...Object.fromEntries(others), SLACK_BOT_TOKEN: botToken, SLACK_API_URL: apiUrl, ...way }
}

async function ready(told: readonly string[]): Promise<void> {
  const end = performance.now() + startWithinMs
  while (!told.some((line) => line.startsWith('Slack is connected'))) {
    if (performance.now() > end) throw new Error(`Cannot measure: the program does not connect. ${told.join(' ')}`)
    // oxlint-disable-next-line no-await-in-loop
    await wait(50)
  }
  // The address stands on the next line.
  await wait(50)
}

function giveUp(): never {
  process.exit(1)
}

function eventOf(line: string): string {
  try {
    const { event = '', method = '', reason = '' } = JSON.parse(line) as Readonly<Record<string, string>>
    return [event, method, reason].filter((part) => part !== '').join(' ')
  } catch {
    return 'a line that is no JSON'
  }
}

/** Linux counts processor time in hundredths of a second, and memory in pages of 4 KiB. */
function readUsage(pid: number): { readonly rssMb: number; readonly processorSeconds: number } {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return { rssMb: 0, processorSeconds: 0 }
  const stat = readFileSync(path, 'utf8')
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [user = 0, system = 0, pages = 0] = [fields[11], fields[12], fields[21]]
  return { rssMb: (pages * 4096) / 2 ** 20, processorSeconds: (user + system) / 100 }
}
