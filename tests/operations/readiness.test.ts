import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createHealth } from '../../src/operations/health.ts'
import type { HealthState } from '../../src/operations/health-state.ts'
import { readReadiness } from '../../src/operations/readiness.ts'

const secondMs = 1000
const graceMs = 45 * secondMs

describe('isReady()', () => {
  it.each<[string, readonly Change[], boolean]>([
    ['a platform that never reported', [], false],
    ['one that connects for the first time', [[0, 'connecting']], false],
    ['one that is ready', [[0, 'ready']], true],
    ['one that answers, if not everybody', [[0, 'degraded']], true],
    ['one that has stopped', [[0, 'ready'], [1, 'stopped']], false], // biome-ignore format: a table
    ['one that has stopped and connects anew', [[0, 'ready'], [1, 'stopped'], [2, 'connecting']], false], // biome-ignore format: a table
    ['one that was ready a moment ago', [[0, 'ready'], [1, 'connecting']], true], // biome-ignore format: a table
    ['one that was degraded a moment ago', [[0, 'degraded'], [1, 'connecting']], true], // biome-ignore format: a table
  ])('takes %s for what it is', (_, changes, isReady) => {
    const platform = open()

    platform.live(changes)

    expect(platform.isReady()).toBe(isReady)
  })

  it('overlooks an absence for 45 s from the moment it began', () => {
    const platform = open()
    platform.live([
      [0, 'ready'],
      [5, 'connecting'],
    ])

    platform.pass(graceMs - 1)
    const before = platform.isReady()
    platform.pass(1)

    expect([before, platform.isReady()]).toEqual([true, false])
  })

  it('gives no new grace for another reason of the same absence', () => {
    const platform = open()
    platform.live([
      [0, 'ready'],
      [5, 'connecting', 'no answer to heartbeats'],
      [graceMs - 1, 'connecting', 'reconnecting'],
    ])

    platform.pass(1)

    expect(platform.isReady()).toBe(false)
  })

  it('gives no new grace to one that is ready for a moment in between', () => {
    const platform = open()
    platform.live([
      [0, 'ready'],
      [graceMs, 'connecting'],
      [30 * secondMs, 'ready'],
      [graceMs - 1, 'connecting'],
    ])

    platform.pass(15 * secondMs - 1)
    const before = platform.isReady()
    platform.pass(1)

    expect([before, platform.isReady()]).toEqual([true, false])
  })

  it('gives none to one that was away too long and is ready for a moment', () => {
    const platform = open()
    platform.live([
      [0, 'ready'],
      [5, 'connecting'],
      [2 * graceMs, 'ready'],
      [graceMs - 1, 'connecting'],
    ])

    expect(platform.isReady()).toBe(false)
  })

  it('gives the whole again after 45 s of being ready or degraded', () => {
    const platform = open()
    platform.live([
      [0, 'ready'],
      [5, 'connecting'],
      [2 * graceMs, 'ready'],
      [graceMs / 2, 'degraded'],
      [graceMs / 2, 'connecting'],
    ])

    platform.pass(graceMs - 1)

    expect(platform.isReady()).toBe(true)
  })

  it('never notices routine reconnects, however many there are', () => {
    const absenceMs = fc.integer({ min: 1, max: graceMs - 1 })
    const presenceMs = fc.integer({ min: graceMs, max: 3_600 * secondMs })

    fc.assert(
      fc.property(fc.array(fc.tuple(presenceMs, absenceMs), { maxLength: 50 }), (rotations) => {
        const platform = open()
        platform.live([[0, 'ready']])

        for (const [presence, absence] of rotations) {
          platform.live([[presence, 'connecting']])
          platform.pass(absence)
          expect(platform.isReady()).toBe(true)
          platform.live([[0, 'ready']])
        }
      }),
    )
  })

  it('overlooks no more than 45 s of one that is never ready for so long, however it flaps', () => {
    const shortMs = fc.integer({ min: 1, max: graceMs - 1 })

    fc.assert(
      fc.property(fc.array(fc.tuple(shortMs, shortMs), { minLength: 1, maxLength: 50 }), (flaps) => {
        const platform = open()
        platform.live([[0, 'ready']])
        let awayMs = 0

        for (const [presence, absence] of flaps) {
          platform.live([[presence, 'connecting']])
          platform.pass(absence)
          awayMs += absence
          expect(platform.isReady()).toBe(awayMs < graceMs)
          platform.live([[0, 'ready']])
        }
      }),
    )
  })
})

describe('the clock of the wall', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-23T12:00:00Z') })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it.each(['2026-11-22T12:00:00Z', '2026-11-24T12:00:00Z'])(
    'makes an absence neither longer nor shorter when it is set to %s',
    (day) => {
      const health = createHealth()
      health.report('discord', 'ready')
      health.report('discord', 'connecting')
      vi.setSystemTime(new Date(day))

      vi.advanceTimersByTime(graceMs - 1)
      const before = health.isReady('discord')
      vi.advanceTimersByTime(1)

      expect([before, health.isReady('discord')]).toEqual([true, false])
    },
  )
})

describe('readReadiness()', () => {
  it.each<[string, Readonly<Record<string, HealthState>>, number, boolean]>([
    ['a page alone', {}, 1, true],
    ['a page without documents', {}, 0, false],
    ['platforms that are ready', { discord: 'ready', slack: 'degraded' }, 1, true],
    ['platforms that are ready without documents', { discord: 'ready' }, 0, false],
    ['a platform that is not there yet', { discord: 'ready', slack: 'connecting' }, 1, false],
    ['a platform that has stopped', { discord: 'stopped', slack: 'ready' }, 1, false],
  ])('says of %s whether all is ready', (_, states, documents, ready) => {
    const health = createHealth()
    for (const [platform, state] of Object.entries(states)) health.report(platform, state)

    const readiness = readReadiness(health, { documents, sections: 7 })

    expect(readiness).toMatchObject({ ready, documents, sections: 7 })
    expect(Object.keys(readiness.platforms)).toEqual(Object.keys(states))
  })

  it('tells the state of a platform, since when, and why', () => {
    const health = createHealth()
    health.report('slack', 'stopped', 'the app was removed')

    const { platforms } = readReadiness(health, { documents: 1, sections: 1 })

    expect(platforms).toEqual({
      slack: { state: 'stopped', since: expect.any(Date), reason: 'the app was removed' },
    })
  })
})

/** A state that begins so many milliseconds after what was before. */
type Change = readonly [afterMs: number, state: HealthState, reason?: string]

/** One platform, and a clock that only the test turns. */
function open() {
  let nowMs = 0
  const health = createHealth(undefined, () => nowMs)
  const pass = (ms: number) => {
    nowMs += ms
  }
  return {
    pass,
    live: (changes: readonly Change[]) => {
      for (const [afterMs, state, reason] of changes) {
        pass(afterMs)
        health.report('discord', state, reason)
      }
    },
    isReady: () => health.isReady('discord'),
  }
}
