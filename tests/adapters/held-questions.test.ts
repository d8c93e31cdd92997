import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createHeldQuestions } from '../../src/adapters/held-questions.ts'

const minuteMs = 60_000

beforeEach(() => {
  vi.useFakeTimers()
  // A clock at zero reads as "no time limit" in the cache.
  vi.advanceTimersByTime(1)
})
afterEach(() => {
  vi.useRealTimers()
})

it('find() gives a question to the person who asked it, as often as they like, and to nobody else', () => {
  const held = createHeldQuestions()

  const id = held.hold('ann', { text: 'is it genetic?' })

  expect(held.find(id, 'ann')).toEqual({ text: 'is it genetic?' })
  expect(held.find(id, 'ann')).toEqual({ text: 'is it genetic?' })
  expect(held.find(id, 'ben')).toBeUndefined()
  expect(held.find('AAAAAAAAAAAAAAAA', 'ann')).toBeUndefined()
})

it('hold() makes an id of 16 characters that fits an address, another one each time', () => {
  const held = createHeldQuestions()

  const ids = Array.from({ length: 100 }, () => held.hold('ann', { text: 'diet' }))

  expect(new Set(ids).size).toBe(100)
  for (const id of ids) expect(id).toMatch(/^[\w-]{16}$/)
})

it('find() gives everybody their own question where several people share a line', () => {
  const held = createHeldQuestions()
  const id = held.hold('ann', { text: 'diet' })

  const same = held.hold('ben', { text: 'stress' }, id)

  expect(same).toBe(id)
  expect(held.find(id, 'ann')).toEqual({ text: 'diet' })
  expect(held.find(id, 'ben')).toEqual({ text: 'stress' })
})

it('hold() lets a newer question of the same person take the place of the older one', () => {
  const held = createHeldQuestions()
  const id = held.hold('ann', { text: 'diet' })

  held.hold('ann', { text: 'stress' }, id)

  expect(held.find(id, 'ann')).toEqual({ text: 'stress' })
})

it('find() takes no part of an id for part of a person', () => {
  const held = createHeldQuestions()

  held.hold('b","c', { text: 'diet' }, 'a')

  expect(held.find('a","b', 'c')).toBeUndefined()
})

it('find() gives nothing a quarter of an hour after a question was held last, and none of it is left in memory', () => {
  const held = createHeldQuestions()
  const id = held.hold('ann', { text: 'diet' })
  vi.advanceTimersByTime(14 * minuteMs)
  held.hold('ann', { text: 'diet' }, id)

  vi.advanceTimersByTime(14 * minuteMs)
  const before = held.find(id, 'ann')
  vi.advanceTimersByTime(minuteMs + 10)

  expect(before).toEqual({ text: 'diet' })
  expect(vi.getTimerCount()).toBe(0)
  expect(held.find(id, 'ann')).toBeUndefined()
})

it('find() lets a question go in its time though somebody else goes on to use the same line', () => {
  const held = createHeldQuestions()
  const id = held.hold('ann', { text: 'diet' })
  vi.advanceTimersByTime(10 * minuteMs)
  held.hold('ben', { text: 'stress' }, id)

  vi.advanceTimersByTime(5 * minuteMs + 10)

  expect(held.find(id, 'ann')).toBeUndefined()
  expect(held.find(id, 'ben')).toEqual({ text: 'stress' })
})

it('hold() lets the question that was used longest ago go where there are too many', () => {
  const held = createHeldQuestions({ max: 2 })
  const first = held.hold('ann', { text: 'diet' })
  const second = held.hold('ben', { text: 'stress' })
  held.find(first, 'ann')

  held.hold('cal', { text: 'causes' })

  expect(held.find(first, 'ann')).toEqual({ text: 'diet' })
  expect(held.find(second, 'ben')).toBeUndefined()
})
