import { webApi } from '@slack/bolt'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { patience } from '../../../src/adapters/slack/patience.ts'
import type { FaultKind } from '../../../src/adapters/slack/read-fault.ts'
import { type Call, createTryCall } from '../../../src/adapters/slack/try-call.ts'
import type { Turn } from '../../../src/adapters/slack/turns.ts'

vi.mock('node:timers/promises', () => import('./fake-wait.ts'))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const post: Call = { method: 'chat.postMessage' }
const urgentPost: Call = { ...post, isUrgent: true }
const ephemeral: Call = { method: 'chat.postEphemeral', isRepeatable: true }

const broken = refusal('internal_error')
const cut = new webApi.WebAPIRequestError(new Error('terminated'))

describe('tryCall() and what comes back', () => {
  it('gives what the call gives, and logs nothing', async () => {
    const { tryTo, calls, logged } = open(['1.1'])

    expect(await tryTo(post)).toEqual({ result: '1.1' })
    expect(calls).toHaveLength(1)
    expect(logged).toEqual([])
  })

  it.each<[FaultKind, string]>([
    ['refused', 'invalid_blocks'],
    ['forbidden', 'missing_scope'],
    ['not-a-member', 'not_in_channel'],
    ['gone', 'message_not_found'],
    ['revoked', 'account_inactive'],
  ])('says "%s" of %s, at once, and logs it once without what was sent', async (fault, code) => {
    const { tryTo, calls, logged } = open([refusal(code)])

    expect(await tryTo(urgentPost)).toEqual({ fault })
    expect(calls).toHaveLength(1)
    expect(logged).toEqual([['call-failed', { platform: 'slack', method: post.method, reason: fault, code }]])
  })

  it('logs nothing of a fault that the caller has an answer to', async () => {
    const { tryTo, logged } = open([refusal('not_in_channel')])

    expect(await tryTo({ ...post, expected: ['not-a-member'] })).toEqual({ fault: 'not-a-member' })
    expect(logged).toEqual([])
  })

  it.each(['token_revoked', 'account_inactive', 'token_expired', 'team_disabled'])(
    'tells that %s means the end',
    async (code) => {
      const { tryTo, revoked } = open([refusal(code)])

      await tryTo(post)

      expect(revoked).toEqual([code])
    },
  )
})

describe('tryCall() and what failed', () => {
  it.each<[string, Call, unknown, number]>([
    ['an answer 500', post, new webApi.WebAPIHTTPError(500, '', {}, ''), 3],
    ['an error of Slack’s own', post, broken, 3],
    ['a page that is no JSON', post, refusal('<html>'), 3],
    ['a broken connection, as it may have been carried out', post, cut, 1],
    ['a broken connection, where a second one does no harm', ephemeral, cut, 3],
    ['a broken connection, where none would be worse than two', urgentPost, cut, 3],
    ['a body that is not taken', ephemeral, refusal('invalid_blocks'), 1],
  ])('after %s makes so many attempts at most: %#', async (_, call, fault, attempts) => {
    const { tryTo, calls, logged } = open(Array.from({ length: 9 }, () => fault))

    const sent = tryTo(call)
    await vi.advanceTimersByTimeAsync(60_000)

    expect(await sent).toHaveProperty('fault')
    expect(calls).toHaveLength(attempts)
    expect(logged).toHaveLength(1)
  })

  it('waits half a second and two seconds in between', async () => {
    const { tryTo, calls } = open([broken, broken, '1.1'])

    const sent = tryTo(post)
    await vi.advanceTimersByTimeAsync(10_000)

    expect(await sent).toEqual({ result: '1.1' })
    expect(waitsOf(calls)).toEqual(patience.callAgainMs)
  })
})

describe('tryCall() and the time that Slack asks for', () => {
  it('makes the call again once it is over, and not before', async () => {
    const { tryTo, calls } = open([limit(5), '1.1'])

    const sent = tryTo(post)
    await vi.advanceTimersByTimeAsync(5000)
    const before = calls.length
    await vi.advanceTimersByTimeAsync(500)

    expect(before).toBe(1)
    expect(await sent).toEqual({ result: '1.1' })
  })

  it('lets other calls of the method wait as well, and no other method', async () => {
    const { tryTo, calls } = open([limit(5), '1.1', '2.2', '3.3'])
    void tryTo(post)
    await vi.advanceTimersByTimeAsync(0)

    void tryTo(post)
    const other = await tryTo(ephemeral)
    await vi.advanceTimersByTimeAsync(4900)
    const before = calls.length
    await vi.advanceTimersByTimeAsync(1000)

    expect(other).toEqual({ result: '1.1' })
    expect(before).toBe(2)
    expect(calls).toHaveLength(4)
  })

  it('waits a moment where Slack names no time', async () => {
    const { tryTo, calls } = open([refusal('ratelimited'), '1.1'])

    const sent = tryTo(post)
    await vi.advanceTimersByTimeAsync(1000)
    const before = calls.length
    await vi.advanceTimersByTimeAsync(500)

    expect(before).toBe(1)
    expect(await sent).toEqual({ result: '1.1' })
  })

  it.each([
    [post, patience.longestRateLimitMs],
    [urgentPost, patience.longestUrgentRateLimitMs],
  ])('gives %j up at once where it would take longer than anybody waits', async (call, longestMs) => {
    const { tryTo, calls } = open([limit(longestMs / 1000 + 1), '1.1'])

    expect(await tryTo(call)).toEqual({ fault: 'busy' })
    expect(await tryTo(call)).toEqual({ fault: 'busy' })
    expect(calls).toHaveLength(1)
  })

  it('gives what is urgent longer', async () => {
    const { tryTo } = open([limit(60), '1.1'])

    const sent = tryTo(urgentPost)
    await vi.advanceTimersByTimeAsync(61_000)

    expect(await sent).toEqual({ result: '1.1' })
  })

  it('ends after three times', async () => {
    const { tryTo, calls } = open(Array.from({ length: 9 }, () => limit(2)))

    const sent = tryTo(urgentPost)
    await vi.advanceTimersByTimeAsync(120_000)

    expect(await sent).toEqual({ fault: 'busy' })
    expect(calls).toHaveLength(3)
  })

  it.each([0, -1])('is not held up for ever by %d seconds', async (seconds) => {
    const { tryTo } = open([limit(seconds), '1.1', '2.2'])
    const sent: unknown[] = []

    void tryTo(post).then((first) => sent.push(first))
    await vi.advanceTimersByTimeAsync(patience.longestRateLimitMs)
    await vi.advanceTimersByTimeAsync(patience.longestUrgentRateLimitMs)
    void tryTo(post).then((second) => sent.push(second))
    await vi.advanceTimersByTimeAsync(patience.longestRateLimitMs)

    expect(sent).toHaveLength(2)
    expect(sent[1]).toHaveProperty('result')
  })

  it('is never too short, whatever Slack answers to whom', async () => {
    const outcome = fc.oneof(
      fc.constant('1.1'),
      fc.integer({ min: 0, max: 200 }).map(limit),
      fc.constantFrom(broken, cut, refusal('ratelimited'), refusal('invalid_blocks')),
    )
    const call = fc.record({ isUrgent: fc.boolean(), isRepeatable: fc.boolean(), method: fc.constantFrom('a', 'b') })
    const making = fc.record({ call, afterMs: fc.integer({ min: 0, max: 3000 }) })

    await fc.assert(
      fc.asyncProperty(
        fc.array(outcome, { maxLength: 20 }),
        fc.array(making, { minLength: 1, maxLength: 8 }),
        async (outcomes, makings) => {
          const { tryTo, calls } = open(outcomes)
          const sent: unknown[] = []
          for (const { call: made, afterMs } of makings) {
            // oxlint-disable-next-line no-await-in-loop
            await vi.advanceTimersByTimeAsync(afterMs)
            void tryTo(made).then((result) => sent.push(result))
          }
          await vi.advanceTimersByTimeAsync(3 * patience.longestUrgentRateLimitMs + 60_000)

          expect(sent).toHaveLength(makings.length)
          expect(calls.filter((each) => calls.some((earlier) => isTooEarly(each, earlier)))).toEqual([])
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('tryCall() and its turn', () => {
  it('waits for it', async () => {
    const { tryTo, calls } = open(['1.1'])

    const sent = tryTo({ ...post, turn: () => turnIn(3000) })
    await vi.advanceTimersByTimeAsync(2999)
    const before = calls.length
    await vi.advanceTimersByTimeAsync(1)

    expect(before).toBe(0)
    expect(await sent).toEqual({ result: '1.1' })
  })

  it('gives up at once where too many wait, and logs it', async () => {
    const { tryTo, calls, logged } = open(['1.1'])

    expect(await tryTo({ ...post, turn: () => undefined })).toEqual({ fault: 'busy' })
    expect(calls).toEqual([])
    expect(logged).toEqual([['message-shed', { platform: 'slack', method: post.method }]])
  })

  it('takes a new one for each attempt', async () => {
    const { tryTo } = open([broken, broken, '1.1'])
    let turns = 0

    const sent = tryTo({
      ...post,
      turn: () => {
        turns += 1
        return turnIn(0)
      },
    })
    await vi.advanceTimersByTimeAsync(10_000)

    expect(await sent).toEqual({ result: '1.1' })
    expect(turns).toBe(3)
  })

  it('lets it go by where Slack has asked for time meanwhile', async () => {
    const { tryTo, calls } = open([limit(5), '1.1', '2.2'])
    const waiting = tryTo({ ...post, turn: () => turnIn(1000) })

    void tryTo(post)
    await vi.advanceTimersByTimeAsync(5000)
    const before = calls.length
    await vi.advanceTimersByTimeAsync(3000)

    expect(before).toBe(1)
    expect(await waiting).toHaveProperty('result')
    expect(calls).toHaveLength(3)
  })

  it('waits no longer for it at the end', async () => {
    const { tryTo, calls, end, logged } = open(['1.1'])
    const sent: unknown[] = []
    void tryTo({ ...post, turn: () => turnIn(20_000) }).then((result) => sent.push(result))
    await vi.advanceTimersByTimeAsync(10)

    end()
    await vi.advanceTimersByTimeAsync(10)

    expect(sent).toEqual([{ fault: 'closed' }])
    expect(calls).toEqual([])
    expect(logged).toEqual([])
  })
})

describe('tryCall() at the end', () => {
  it('makes no call any more', async () => {
    const { tryTo, calls, end, logged } = open(['1.1'])

    end()

    expect(await tryTo(urgentPost)).toEqual({ fault: 'closed' })
    expect(calls).toEqual([])
    expect(logged).toEqual([])
  })

  it('makes no call where the end comes at whatever moment before it', async () => {
    const counts: number[] = []
    for (let moment = 0; moment < 20; moment += 1) {
      const { tryTo, calls, end } = open(['1.1'])
      const sent = tryTo({ ...post, turn: () => Promise.resolve(() => {}) })
      // oxlint-disable-next-line no-await-in-loop
      for (let passed = 0; passed < moment; passed += 1) await Promise.resolve()
      const before = calls.length

      end()
      // oxlint-disable-next-line no-await-in-loop
      await sent

      counts.push(calls.length - before)
    }

    expect(counts).toEqual(counts.map(() => 0))
  })

  it.each([
    ['between two attempts', broken],
    ['for the time that Slack asked for', limit(20)],
  ])('waits no longer %s, and logs nothing', async (_, fault) => {
    const { tryTo, calls, end, logged } = open([fault, '1.1'])
    const sent = tryTo(post)
    await vi.advanceTimersByTimeAsync(10)

    end()

    expect(await sent).toEqual({ fault: 'closed' })
    expect(calls).toHaveLength(1)
    expect(logged).toEqual([])
  })

  it('waits no longer for a call that is under way, whatever comes of it', async () => {
    const { tryTo, end, logged } = open(['never'])
    const sent = tryTo(post)
    await vi.advanceTimersByTimeAsync(10)

    end()

    expect(await sent).toEqual({ fault: 'closed' })
    expect(logged).toEqual([])
  })
})

describe('tryCall() where too much is under way', () => {
  it('turns calls away, what is urgent never, and takes them again afterwards', async () => {
    const { tryTo, end, logged } = open(Array.from({ length: patience.maxWaiting }, () => limit(20)))
    for (let made = 0; made < patience.maxWaiting; made += 1) void tryTo({ method: `method ${made}` })
    await vi.advanceTimersByTimeAsync(10)

    const shed = await tryTo(post)
    const urgent = await tryTo(urgentPost)
    await vi.advanceTimersByTimeAsync(21_000)
    const later = await tryTo(post)
    end()

    expect(shed).toEqual({ fault: 'busy' })
    expect(urgent).toHaveProperty('result')
    expect(later).toHaveProperty('result')
    expect(logged.map(([event]) => event)).toEqual(['call-shed'])
  })
})

type Made = { readonly method: string; readonly at: number; readonly closedForMs: number }

/** Prepares calls that end as they are told, one after the other: with a text, by throwing, or never. */
function open(outcomes: readonly unknown[]) {
  const calls: Made[] = []
  const logged: (readonly [string, unknown])[] = []
  const revoked: string[] = []
  const ending = new AbortController()
  const write = (event: string, fields?: unknown) => void logged.push([event, JSON.parse(JSON.stringify(fields))])
  const tryCall = createTryCall({
    log: { info: write, warn: write, error: write },
    signal: ending.signal,
    onRevoked: (code) => revoked.push(code),
  })

  async function make({ method }: Call): Promise<unknown> {
    const outcome = outcomes[calls.length] ?? 'posted'
    const closedForMs = outcome instanceof webApi.WebAPIRateLimitedError ? outcome.retryAfter * 1000 : 0
    calls.push({ method, at: performance.now(), closedForMs })
    await Promise.resolve()
    if (outcome === 'never') return new Promise(() => {})
    if (outcome instanceof Error) throw outcome
    return outcome
  }
  return { tryTo: (call: Call) => tryCall(call, () => make(call)), calls, logged, revoked, end: () => ending.abort() }
}

/** Whether a call was made although Slack had asked before to wait with it. */
function isTooEarly(call: Made, earlier: Made): boolean {
  if (call === earlier || call.method !== earlier.method) return false
  return call.at > earlier.at && call.at < earlier.at + earlier.closedForMs
}

/** A turn that comes in so many milliseconds. */
async function turnIn(ms: number): Promise<Turn> {
  await new Promise((begin) => {
    setTimeout(begin, ms)
  })
  return () => {}
}

function limit(seconds: number): Error {
  return new webApi.WebAPIRateLimitedError(seconds)
}

function refusal(error: string): Error {
  return new webApi.WebAPIPlatformError({ ok: false, error })
}

function waitsOf(calls: readonly Made[]): readonly number[] {
  return calls.slice(1).map(({ at }, place) => Math.round(at - (calls[place]?.at ?? 0)))
}
