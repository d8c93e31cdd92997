import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createFollowedThreads, keyOf } from '../../../src/adapters/slack/followed-threads.ts'
import { patience } from '../../../src/adapters/slack/patience.ts'

const thread = { workspace: { id: 'fake-1' }, channelId: 'C0FAKE', threadTs: '1700000000.000100' }

beforeEach(() => {
  vi.useFakeTimers()
  // A clock at zero reads as "no time limit" in the cache.
  vi.advanceTimersByTime(1)
})
afterEach(() => {
  vi.useRealTimers()
})

it('isFollowed() is true of a thread that is followed, and of no other', () => {
  const { follow, isFollowed } = createFollowedThreads()

  follow(thread, 'a person')

  expect(isFollowed({ ...thread })).toBe(true)
  expect(isFollowed({ ...thread, workspace: { id: 'fake-2' } })).toBe(false)
  expect(isFollowed({ ...thread, channelId: 'C0OTHER' })).toBe(false)
  expect(isFollowed({ ...thread, threadTs: '1700000000.000200' })).toBe(false)
})

it('isFollowed() forgets a thread in which nobody has asked for a day', () => {
  const { follow, isFollowed } = createFollowedThreads()
  follow(thread, 'a person')

  vi.advanceTimersByTime(patience.threadMs - 10)
  const before = isFollowed(thread)
  vi.advanceTimersByTime(20)

  expect([before, isFollowed(thread)]).toEqual([true, false])
})

it('isFollowed() counts the day anew from each question', () => {
  const { follow, isFollowed } = createFollowedThreads()
  follow(thread, 'a person')

  vi.advanceTimersByTime(patience.threadMs - 10)
  follow(thread, 'a person')
  vi.advanceTimersByTime(patience.threadMs - 10)

  expect(isFollowed(thread)).toBe(true)
})

it('isFollowed() forgets the oldest thread first where there are too many', () => {
  const { follow, isFollowed } = createFollowedThreads()
  const others = Array.from({ length: patience.maxRemembered }, (_, place) => ({ ...thread, threadTs: `${place}.1` }))
  follow(thread, 'a person')

  for (const other of others) follow(other, 'a person')

  expect(isFollowed(thread)).toBe(false)
  expect(others.every(isFollowed)).toBe(true)
})

it('keyOf() takes no thread for another one', () => {
  const id = fc.stringMatching(/^[A-Za-z0-9.-]{1,12}$/)
  const anyThread = fc.record({ workspace: fc.record({ id }), channelId: id, threadTs: id })

  fc.assert(
    fc.property(anyThread, anyThread, (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other)

      expect(keyOf(one) === keyOf(other)).toBe(isSame)
      expect(keyOf(one)).toBe(keyOf({ ...one }))
    }),
  )
})
