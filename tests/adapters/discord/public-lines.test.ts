import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { patience } from '../../../src/adapters/discord/patience.ts'
import { createPublicLines } from '../../../src/adapters/discord/public-lines.ts'

beforeEach(() => {
  vi.useFakeTimers()
  // A clock at zero reads as "no time limit" in the cache.
  vi.advanceTimersByTime(1)
})
afterEach(() => {
  vi.useRealTimers()
})

it('join() gives the button of the line in this channel alone', () => {
  const lines = createPublicLines()
  lines.stands('201', 'held', '401')

  expect(lines.join('201')).toBe('held')
  expect(lines.join('202')).toBeUndefined()
})

it('join() does not make a line stand for longer, however many come', () => {
  const lines = createPublicLines()
  lines.stands('201', 'held', '401')

  vi.advanceTimersByTime(patience.publicLineMs / 2)
  const half = lines.join('201')
  vi.advanceTimersByTime(patience.publicLineMs / 2 - 10)
  const before = lines.join('201')
  vi.advanceTimersByTime(20)

  expect([half, before]).toEqual(['held', 'held'])
  expect(lines.join('201')).toBeUndefined()
  expect(vi.getTimerCount()).toBe(0)
})

it('isGone() forgets a line with its question, so that the next one stands at once', () => {
  const lines = createPublicLines()
  lines.stands('201', 'held', '401')

  expect(lines.isGone('201', '401')).toBe(true)
  expect(lines.join('201')).toBeUndefined()
})

it('isGone() leaves a line that somebody else has joined', () => {
  const lines = createPublicLines()
  lines.stands('201', 'held', '401')
  lines.join('201')

  expect(lines.isGone('201', '401')).toBe(false)
  expect(lines.join('201')).toBe('held')
})

it('isGone() is true for an answer that is no line, and leaves the line of its channel', () => {
  const lines = createPublicLines()
  lines.stands('201', 'held', '401')

  expect(lines.isGone('201', '402')).toBe(true)
  expect(lines.isGone('202', '401')).toBe(true)
  expect(lines.join('201')).toBe('held')
})

it('stands() begins anew, with nobody beside the first', () => {
  const lines = createPublicLines()
  lines.stands('201', 'held', '401')
  lines.join('201')

  lines.stands('201', 'other', '402')

  expect(lines.isGone('201', '402')).toBe(true)
})
