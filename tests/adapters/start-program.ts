import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestContext } from 'vitest'
import { until } from './until.ts'

/** The program, running as somebody starts it. */
export type Program = {
  /** All that it has written so far, on both ways. */
  readonly written: () => string
  /** Waits until it has written something. */
  readonly says: (text: string, ms?: number) => Promise<void>
  readonly signal: (signal: 'SIGTERM' | 'SIGINT') => void
  /** Its exit code, once it has ended, or null where a signal has ended it; rejects where it does not end in time. */
  readonly end: (ms?: number) => Promise<number | null>
  readonly hasEnded: () => boolean
}

/** Runs `start` with these settings alone, and with nothing on its standard input; it ends with the test. */
export function startProgram(
  { onTestFinished }: TestContext,
  env: Readonly<Record<string, string>>,
  imports: readonly string[] = [],
): Program {
  const folder = mkdtempSync(join(tmpdir(), 'pamphlet-'))
  const loaders = [import.meta.resolve('tsx'), ...imports].flatMap((each) => ['--import', each])
  const child = spawn(process.execPath, [...loaders, resolve('src/main.ts'), 'start'], {
    cwd: folder,
    // The page takes any port that is free.
    env: { LANG: 'en_US.UTF-8', PORT: '0', TSX_TSCONFIG_PATH: resolve('tsconfig.json'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  const closed = once(child, 'close')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await closed
    rmSync(folder, { recursive: true })
  })

  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  return {
    written: () => text,
    says: async (wanted, ms = 50_000) => {
      await until(() => text.includes(wanted) || hasEnded(), `the program to write "${wanted}"`, ms)
      if (!text.includes(wanted)) throw new Error(`The program has ended without "${wanted}":\n${text}`)
    },
    signal: (signal) => child.kill(signal),
    end: async (ms = 10_000) => {
      await until(hasEnded, 'the program to end', ms)
      await closed
      return child.exitCode
    },
    hasEnded,
  }
}
