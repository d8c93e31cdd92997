import { describe, expect, it } from 'vitest'
import { socketPatience } from '../../../src/adapters/slack/socket-patience.ts'
import { createSocketPause } from '../../../src/adapters/slack/socket-pause.ts'

describe('createSocketPause()', () => {
  it('doubles the wait up to fifteen seconds, give or take a quarter', () => {
    const pause = createSocketPause(socketPatience)
    const fault = new Error('fault')

    const pauses = [1, 2, 3, 4, 5, 6, 2_000].map((failures) => pause(failures, fault))

    const longest = [1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]
    expect(pauses.map((ms, number) => ms <= (longest[number] ?? 0) && ms >= 0.75 * (longest[number] ?? 0))).toEqual(
      longest.map(() => true),
    )
  })

  it.for([
    ['in a field', { retryAfter: 40 }],
    ['among the headers', { headers: { 'retry-after': '40' } }],
  ] as const)('waits as long as Retry-After says %s', ([, fields]) => {
    const pause = createSocketPause(socketPatience)

    expect(pause(1, Object.assign(new Error('fault'), fields))).toBe(40_000)
  })

  it('makes no more of Retry-After than an hour, and nothing of what is no number', () => {
    const pause = createSocketPause(socketPatience)

    expect(pause(1, Object.assign(new Error('fault'), { retryAfter: 1e9 }))).toBe(3_600_000)
    expect(pause(1, Object.assign(new Error('fault'), { headers: { 'retry-after': 'soon' } }))).toBeLessThanOrEqual(
      1_000,
    )
  })

  it('waits for nothing where nothing is wrong, unless that comes too often', () => {
    const pause = createSocketPause({ ...socketPatience, maxAtOnce: 2 })

    expect([pause(0, undefined), pause(0, undefined), pause(0, undefined)]).toEqual([0, 0, 1_000])
  })
})
