import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { patience } from '../../../src/adapters/slack/patience.ts'
import { createTurns, type Turns } from '../../../src/adapters/slack/turns.ts'

const { betweenMessagesMs, maxUrgentInChannel, maxWaitingInChannel, turnWithinMs } = patience

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('inChannel() starts the first message at once, and each of the others a pace later', async () => {
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

it.each([
  ['counts the pace from the answer', 700, 700 + betweenMessagesMs],
  ['waits shortly for a message that hangs', 60_000, turnWithinMs + betweenMessagesMs],
])('inChannel() %s', async (_, answeredAfterMs, nextAfterMs) => {
  const post = posting(createTurns())
  post('slow', false, answeredAfterMs)
  post('next')

  await vi.advanceTimersByTimeAsync(nextAfterMs - 1)
  const before = [...post.started]
  await vi.advanceTimersByTimeAsync(1)

  expect(before).toEqual(['slow'])
  expect(post.started).toEqual(['slow', 'next'])
})

it('inChannel() gives what is urgent the next turn, in its order', async () => {
  const post = posting(createTurns())
  for (const name of ['a', 'b', 'c']) post(name)
  for (const name of ['urgent 1', 'urgent 2']) post(name, true)

  await vi.advanceTimersByTimeAsync(5 * betweenMessagesMs)

  expect(post.started).toEqual(['a', 'urgent 1', 'urgent 2', 'b', 'c'])
})

it('inChannel() gives the line that leads to help its turn before cards', async () => {
  const { inChannel } = createTurns()
  const begun: string[] = []
  for (const [name, rank] of [
    ['a', 'ordinary'],
    ['card', 'urgent'],
    ['line', 'first'],
  ] as const) {
    void inChannel('C0FAKE', rank)?.then((answered) => {
      begun.push(name)
      return answered()
    })
  }

  await vi.advanceTimersByTimeAsync(3 * betweenMessagesMs)

  expect(begun).toEqual(['a', 'line', 'card'])
})

it('inChannel() has an end to the urgent messages that wait, too', () => {
  const post = posting(createTurns())
  const taken = Array.from({ length: maxUrgentInChannel + 2 }, (_, place) => post(`urgent ${place}`, true))

  expect(taken.filter((isTaken) => !isTaken)).toHaveLength(1)
})

it('inChannel() lets no channel wait for another one', async () => {
  const turns = createTurns()
  const one = posting(turns, 'C0FAKE')
  const other = posting(turns, 'C0OTHER')
  one('a')
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
  const isUrgentTaken = post('urgent', true)
  await vi.advanceTimersByTimeAsync(betweenMessagesMs)

  expect([isTaken, isUrgentTaken]).toEqual([false, true])
  expect(post.started).toEqual(['first', 'urgent'])
  expect(post('too many')).toBe(false)
  await vi.advanceTimersByTimeAsync(betweenMessagesMs)
  expect(post('in its place')).toBe(true)
})

it('inChannel() begins anew in a channel where nobody waits any more', async () => {
  const post = posting(createTurns())
  post('a')
  await vi.advanceTimersByTimeAsync(10 * betweenMessagesMs)

  post('b')
  post('c')
  await vi.advanceTimersByTimeAsync(betweenMessagesMs - 1)

  expect(post.started).toEqual(['a', 'b'])
})

it('inChannel() gives everybody a turn, never two within the pace, and none before an urgent one', async () => {
  const message = fc.record({
    afterMs: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 4000 })),
    isUrgent: fc.boolean(),
  })

  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 12 }), async (messages) => {
      const { inChannel } = createTurns()
      const begun: Turn[] = []
      for (const { afterMs, isUrgent } of messages) {
        // oxlint-disable-next-line no-await-in-loop
        await vi.advanceTimersByTimeAsync(afterMs)
        const addedAt = performance.now()
        void inChannel('C0FAKE', isUrgent ? 'urgent' : 'ordinary')?.then((answered) => {
          begun.push({ addedAt, begunAt: performance.now(), isUrgent })
          return answered()
        })
      }
      await vi.advanceTimersByTimeAsync(messages.length * betweenMessagesMs)

      expect(begun).toHaveLength(messages.length)
      expect(begun.slice(1).filter((turn, place) => isTooSoon(turn, begun[place]))).toEqual([])
      expect(begun.filter((turn) => begun.some((other) => isOvertaken(other, turn)))).toEqual([])
    }),
    { numRuns: 200 },
  )
})

type Turn = { readonly addedAt: number; readonly begunAt: number; readonly isUrgent: boolean }

function isTooSoon({ begunAt }: Turn, previous: Turn | undefined): boolean {
  return previous !== undefined && begunAt - previous.begunAt < betweenMessagesMs
}

/** Whether an urgent message was there when one that is not was let in front of it. */
function isOvertaken(urgent: Turn, { isUrgent, begunAt }: Turn): boolean {
  return urgent.isUrgent && !isUrgent && urgent.addedAt < begunAt && begunAt < urgent.begunAt
}

/** Waits for turns in one channel, and notes in which order they come; false where none is given. */
function posting({ inChannel }: Turns, channelId = 'C0FAKE') {
  const started: string[] = []
  const post = (name: string, isUrgent = false, answeredAfterMs = 0): boolean => {
    const turn = inChannel(channelId, isUrgent ? 'urgent' : 'ordinary')
    void turn?.then((answered) => {
      started.push(name)
      return answeredAfterMs === 0 ? answered() : void setTimeout(answered, answeredAfterMs)
    })
    return turn !== undefined
  }
  return Object.assign(post, { started })
}
