import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSeen } from '../../src/adapters/seen.ts'

beforeEach(() => {
  vi.useFakeTimers()
  // A clock at zero reads as "no time limit" in the cache.
  vi.advanceTimersByTime(1)
})
afterEach(() => {
  vi.useRealTimers()
})

it('first() is true for the first delivery of an event alone', () => {
  const { first } = createSeen()

  expect([first('1'), first('1'), first('2'), first('1')]).toEqual([true, false, true, false])
})

it('first() forgets an event at the end of its window, however often it came', () => {
  const { first } = createSeen({ ttlMs: 1000 })
  first('1')

  vi.advanceTimersByTime(990)
  const before = first('1')
  vi.advanceTimersByTime(20)

  expect(before).toBe(false)
  expect(first('1')).toBe(true)
})

it('first() keeps ten minutes unless told otherwise', () => {
  const { first } = createSeen()
  first('1')

  vi.advanceTimersByTime(10 * 60_000 - 10)
  const before = first('1')
  vi.advanceTimersByTime(20)

  expect([before, first('1')]).toEqual([false, true])
})

it('first() forgets the oldest event first where there are too many', () => {
  const { first } = createSeen({ max: 2 })
  for (const id of ['1', '2', '3']) first(id)

  expect([first('2'), first('3')]).toEqual([false, false])
  expect(first('1')).toBe(true)
})

it.each(['1999-01-01', '2099-01-01'])('first() does not mind a clock set to %s', (day) => {
  const { first } = createSeen({ ttlMs: 1000 })
  first('1')

  vi.setSystemTime(day)
  const during = first('1')
  vi.advanceTimersByTime(1010)

  expect([during, first('1')]).toEqual([false, true])
})
