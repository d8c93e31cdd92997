import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../evaluation/judgments.ts'

/** What a process has used so far; all of it is 0 where the system has no `/proc`. */
export type Usage = {
  readonly rssMb: number
  readonly processorSeconds: number
}

/** The program under load, in a process of its own. */
export type LoadedBot = {
  readonly usage: () => Usage
  /** What it logged, each event with its reason once, and how often. */
  readonly logged: () => readonly string[]
  /** What it told its operator so far, line by line. */
  readonly told: readonly string[]
  readonly stop: () => Promise<void>
}

const program = `${root}dist/main.js`

/** Settings that are about platforms and the page. */
const ours = /^(?:DISCORD|SLACK)_|^(?:HOST|PORT|PUBLIC_URL|WIDGET_ORIGINS|METRICS_PUBLIC|RATE_LIMIT|TRUST_PROXY)$/

/** Longest that replies in flight may take at the end. */
const stopWithinMs = 12_000

/**
 * Starts the built program, or another that listens to the same settings, with these settings of platforms and no others,
 * whatever is set on this machine.
 */
export function startLoadedBot(
  settings: Readonly<Record<string, string>>,
  run: readonly string[] = [program, 'start'],
): LoadedBot {
  if (!existsSync(program)) throw new Error(`Cannot measure ${program}: it is not built (npm run build)`)
  const others = Object.entries(process.env).filter(([name]) => !ours.test(name))
  const child = spawn(process.execPath, run, {
    // Where nobody keeps a .env.
    cwd: `${root}benchmarks`,
    env: { ...Object.fromEntries(others), ...settings },
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

  return {
    usage: () => readUsage(child.pid ?? 0),
    logged: () => [...counts].map(([event, count]) => `${event} ${count}`),
    told,
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
function readUsage(pid: number): Usage {
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
