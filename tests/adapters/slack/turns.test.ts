import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { patience } from '../../../src/adapters/slack/patience.ts'
import { createTurns, type Turns } from '../../../src/adapters/slack/turns.ts'

const { betweenMessagesMs, maxWaitingInChannel } = patience

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('inChannel() gives what the task gives', async () => {
  const { inChannel } = createTurns()

  await expect(inChannel('C0FAKE', false, async () => 'posted')).resolves.toBe('posted')
})

it('inChannel() gives what the task throws, and goes on', async () => {
  const { inChannel } = createTurns()
  const broken = inChannel('C0FAKE', false, () => Promise.reject(new Error('broken')))
  const next = inChannel('C0FAKE', false, async () => 'posted')

  await expect(broken).rejects.toThrow('broken')
  await vi.advanceTimersByTimeAsync(betweenMessagesMs)

  await expect(next).resolves.toBe('posted')
})

it('inChannel() starts the first message at once, and each of the others 1.05 seconds later', async () => {
  const post = posting(createTurns())
  for (const name of ['a', 'b', 'c']) post(name)

  await vi.advanceTimersByTimeAsync(betweenMessagesMs - 1)
  const before = [...post.started]
  await vi.advanceTimersByTimeAsync(1)
  const after = [...post.started]
  await vi.advanceTimersByTimeAsync(betweenMessagesMs)

  expect(before).toEqual(['a'])
  expect(after).toEqual(['a', 'b'])
  expect(post.started).toEqual(['a', 'b', 'c'])
})

it('inChannel() waits for a message that takes longer', async () => {
  const post = posting(createTurns())
  post('slow', { takesMs: 5000 })
  post('next')

  await vi.advanceTimersByTimeAsync(4990)
  const before = [...post.started]
  await vi.advanceTimersByTimeAsync(betweenMessagesMs)

  expect(before).toEqual(['slow'])
  expect(post.started).toEqual(['slow', 'next'])
})

it('inChannel() gives what is urgent the next turn, in its order', async () => {
  const post = posting(createTurns())
  for (const name of ['a', 'b', 'c']) post(name)
  for (const name of ['urgent 1', 'urgent 2']) post(name, { isUrgent: true })

  await vi.advanceTimersByTimeAsync(5 * betweenMessagesMs)

  expect(post.started).toEqual(['a', 'urgent 1', 'urgent 2', 'b', 'c'])
})

it('inChannel() lets no channel wait for another one', async () => {
  const turns = createTurns()
  const one = posting(turns, 'C0FAKE')
  const other = posting(turns, 'C0OTHER')
  one('a', { takesMs: 60_000 })
  one('b')

  other('c')
  await vi.advanceTimersByTimeAsync(0)

  expect(other.started).toEqual(['c'])
})

it('inChannel() turns newcomers away where too many wait, what is urgent never', async () => {
  const turns = createTurns()
  const post = posting(turns)
  const waiting = Array.from({ length: maxWaitingInChannel }, (_, place) => `waiting ${place}`)
  for (const name of ['first', ...waiting]) post(name)

  const isTaken = post('too many')
  const isUrgentTaken = post('urgent', { isUrgent: true })
  await vi.advanceTimersByTimeAsync(betweenMessagesMs)

  expect([isTaken, isUrgentTaken]).toEqual([false, true])
  expect(post.started).toEqual(['first', 'urgent'])
  expect(post('too many')).toBe(false)
  await vi.advanceTimersByTimeAsync(betweenMessagesMs)
  expect(post('in its place')).toBe(true)
})

it('inChannel() never starts two messages of a channel within 1.05 seconds or at once, nor one before an urgent one', async () => {
  const message = fc.record({
    afterMs: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 4000 })),
    takesMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3000 })),
    isUrgent: fc.boolean(),
  })

  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 12 }), async (messages) => {
      const { inChannel } = createTurns()
      const done: Turn[] = []
      for (const { afterMs, takesMs, isUrgent } of messages) {
        await vi.advanceTimersByTimeAsync(afterMs)
        const addedAt = performance.now()
        void inChannel('C0FAKE', isUrgent, async () => {
          const startedAt = performance.now()
          await new Promise((resolve) => setTimeout(resolve, takesMs))
          done.push({ addedAt, startedAt, endedAt: performance.now(), isUrgent })
        })
      }
      await vi.advanceTimersByTimeAsync(60_000)

      expect(done).toHaveLength(messages.length)
      expect(done.slice(1).filter((turn, place) => isTooSoon(turn, done[place]))).toEqual([])
      expect(done.filter((turn) => done.some((other) => isOvertaken(other, turn)))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

type Turn = {
  readonly addedAt: number
  readonly startedAt: number
  readonly endedAt: number
  readonly isUrgent: boolean
}

function isTooSoon({ startedAt }: Turn, previous: Turn | undefined): boolean {
  if (previous === undefined) return false
  return startedAt < previous.endedAt || startedAt - previous.startedAt < betweenMessagesMs
}

/** Whether an urgent message was there when one that is not was let in front of it. */
function isOvertaken(urgent: Turn, { isUrgent, startedAt }: Turn): boolean {
  return urgent.isUrgent && !isUrgent && urgent.addedAt < startedAt && startedAt < urgent.startedAt
}

/** Posts to one channel, and notes in which order the messages started. */
function posting({ inChannel }: Turns, channelId = 'C0FAKE') {
  const started: string[] = []
  const post = (name: string, { isUrgent = false, takesMs = 0 } = {}): boolean => {
    const posted = inChannel(channelId, isUrgent, async () => {
      started.push(name)
      await new Promise((resolve) => setTimeout(resolve, takesMs))
    })
    return posted !== undefined
  }
  return Object.assign(post, { started })
}
