import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createPostedAnswers } from '../../src/adapters/posted-answers.ts'

const answer = { channelId: '201', messageIds: ['501', '502'] }

beforeEach(() => {
  vi.useFakeTimers()
  // A clock at zero reads as "no time limit" in the cache.
  vi.advanceTimersByTime(1)
})
afterEach(() => {
  vi.useRealTimers()
})

it('take() gives the answer to a question that is deleted, once', () => {
  const posted = createPostedAnswers()
  posted.note(answer, '401')

  expect(posted.take('401')).toEqual(answer)
  expect(posted.take('401')).toBeUndefined()
})

it('take() gives nothing for another question, nor for an answer without one', () => {
  const posted = createPostedAnswers()
  posted.note(answer, '401')
  posted.note({ channelId: '202', messageIds: ['503'] })

  expect(posted.take('402')).toBeUndefined()
  expect(posted.take('503')).toBeUndefined()
})

it('note() says whether the question still stands, so that a late answer goes again', () => {
  const posted = createPostedAnswers()
  posted.take('401')

  expect(posted.isDeleted('401')).toBe(true)
  expect(posted.note(answer, '401')).toBe(false)
  expect(posted.note(answer, '402')).toBe(true)
  expect(posted.note(answer)).toBe(true)
})

it('isDeleted() forgets a question in time', () => {
  const posted = createPostedAnswers()
  posted.take('401')

  vi.advanceTimersByTime(60_000 - 10)
  const before = posted.isDeleted('401')
  vi.advanceTimersByTime(20)

  expect(before).toBe(true)
  expect(posted.isDeleted('401')).toBe(false)
})

it('withMessage() gives all messages of an answer by any of them', () => {
  const posted = createPostedAnswers()
  posted.note(answer)

  expect(posted.withMessage('501')).toEqual(answer)
  expect(posted.withMessage('502')).toEqual(answer)
  expect(posted.withMessage('503')).toBeUndefined()
})

it('nothing is left in memory after a day', () => {
  const posted = createPostedAnswers()
  posted.note(answer, '401')
  posted.take('402')

  vi.advanceTimersByTime(24 * 60 * 60_000 - 10)
  const before = posted.withMessage('501')
  vi.advanceTimersByTime(20)

  expect(before).toEqual(answer)
  expect(posted.withMessage('501')).toBeUndefined()
  expect(posted.take('401')).toBeUndefined()
  vi.advanceTimersByTime(60_000 + 10)
  expect(vi.getTimerCount()).toBe(0)
})
