import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

/** How many schedules are tried, and from which seed on; `SOCKET_SCHEDULES=5000 SOCKET_SEED=10000` tries others. */
const schedules = Number(process.env['SOCKET_SCHEDULES'] ?? 1_000)
const firstSeed = Number(process.env['SOCKET_SEED'] ?? 1)

describe('faults in random order', () => {
  it('end no process, leave nothing open, and lose no question', { timeout: 180_000 }, async () => {
    const program = resolve(import.meta.dirname, 'socket-schedules-run.ts')
    const command = ['--import', import.meta.resolve('tsx'), program, String(schedules), String(firstSeed)]

    const { stdout } = await promisify(execFile)(process.execPath, command, { timeout: 170_000 })

    expect(JSON.parse(stdout)).toEqual({ count: schedules, steps: expect.any(Number), problems: [] })
  })
})
