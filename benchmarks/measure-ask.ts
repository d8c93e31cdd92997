import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { root } from '../evaluation/judgments.ts'
import type { Skipped } from './measure-engine.ts'

/** What one question on the command line costs, the start of the program included; medians. */
export type AskFigures = {
  readonly runs: number
  readonly wallMs: number
  readonly processorMs: number
  readonly peakMb: number
}

const runs = 7
const gnuTime = '/usr/bin/time'
const program = `${root}dist/main.js`

/** Runs the built program under GNU time, which reads peak memory off the kernel; Node cannot for its children. */
export function measureAsk(): AskFigures | Skipped {
  if (!existsSync(program)) return { skipped: 'dist/main.js is not built' }
  if (!existsSync(gnuTime)) return { skipped: `${gnuTime} is not installed` }
  const measured = Array.from({ length: runs }, runOnce)
  const median = (read: (run: Run) => number): number => measured.map(read).toSorted((a, b) => a - b)[runs >> 1] ?? 0
  return {
    runs,
    wallMs: median(({ wallMs }) => wallMs),
    processorMs: median(({ processorMs }) => processorMs),
    peakMb: median(({ peakMb }) => peakMb),
  }
}

type Run = Omit<AskFigures, 'runs'>

function runOnce(): Run {
  const command = [process.execPath, program, 'ask', 'Why is my serotonin low?']
  const start = performance.now()
  const { status, stderr } = spawnSync(gnuTime, ['-f', '%U %S %M', ...command], { cwd: root, encoding: 'utf8' })
  const wallMs = performance.now() - start
  if (status !== 0) throw new Error(`ask ended with ${status}: ${stderr}`)
  const [user = 0, system = 0, peakKb = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
  return { wallMs, processorMs: 1000 * (user + system), peakMb: peakKb / 1024 }
}
