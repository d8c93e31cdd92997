import { webApi } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PlatformRefused } from '../../../src/adapters/platform-refused.ts'
import { learnIdentity } from '../../../src/adapters/slack/learn-identity.ts'
import { manifestFacts } from '../../../src/adapters/slack/manifest-facts.ts'
import { patience } from '../../../src/adapters/slack/patience.ts'

vi.mock('node:timers/promises', () => import('./fake-wait.ts'))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const scopes = Object.keys(manifestFacts.scopes)
const answer: webApi.AuthTestResponse = {
  ok: true,
  user: 'pamphlet',
  user_id: 'U0FAKEBOT',
  team: 'Fake Workspace',
  team_id: 'T0FAKE',
  bot_id: 'B0FAKE',
  is_enterprise_install: false,
  response_metadata: { scopes },
}

describe('learnIdentity() and what Slack says', () => {
  it('learns whose token it is, and tells where the bot is', async () => {
    expect(await learn([answer]).learned).toEqual({
      identity: { teamId: 'T0FAKE', botUserId: 'U0FAKEBOT', isOrgWide: false },
      lines: ['Slack is connected, as @pamphlet in Fake Workspace.'],
    })
  })

  it('learns of an organisation', async () => {
    const { learned } = learn([{ ...answer, enterprise_id: 'E0FAKE', is_enterprise_install: true }])

    expect((await learned).identity).toMatchObject({ enterpriseId: 'E0FAKE', isOrgWide: true })
  })

  it('tells what there is where Slack gives no names', async () => {
    const { learned } = learn([{ ok: true, user_id: 'U0FAKEBOT', team_id: 'T0FAKE' }])

    expect((await learned).lines).toEqual(['Slack is connected, as the bot.'])
  })

  it.each(scopes)('tells that the scope %s is missing, and what to do', async (scope) => {
    const given = [...scopes.filter((each) => each !== scope), 'users:read']
    const { learned } = learn([{ ...answer, response_metadata: { scopes: given } }])

    const { lines } = await learned

    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(new RegExp(`^The app lacks the scope ${scope}, .*install the app again\\)$`))
  })

  it.each(Object.keys(manifestFacts.optionalScopes))(
    'says nothing of the scope %s, which is optional',
    async (scope) => {
      expect(scopes).not.toContain(scope)
      expect((await learn([answer]).learned).lines).toHaveLength(1)
    },
  )
})

describe('learnIdentity() and a token that Slack refuses', () => {
  it.each([
    'invalid_auth',
    'not_authed',
    'not_allowed_token_type',
    'token_revoked',
    'token_expired',
    'account_inactive',
    'team_disabled',
  ])('says at once what to mend after %s', async (code) => {
    const { learned, asked } = learn([refusal(code)])

    const error: unknown = await learned.catch((thrown: unknown) => thrown)

    expect(error).toBeInstanceOf(PlatformRefused)
    expect(String(error)).toContain('SLACK_BOT_TOKEN ')
    expect(asked()).toBe(1)
  })
})

describe('learnIdentity() and a Slack that cannot be reached', () => {
  it('asks again, half as often each time and at least every 15 seconds, and logs it once', async () => {
    const faults = Array.from({ length: 8 }, () => new webApi.WebAPIRequestError(new Error('fetch failed')))
    const { learned, times, logged } = learn([...faults, answer])

    await vi.advanceTimersByTimeAsync(120_000)

    expect((await learned).identity.teamId).toBe('T0FAKE')
    expect(waitsOf(times())).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000, 15_000, 15_000])
    expect(logged).toEqual(['cannot-connect'])
  })

  it.each([
    ['an answer 500', new webApi.WebAPIHTTPError(500, 'Internal Server Error', {}, '')],
    ['a page that is no JSON', refusal('<html>')],
    ['an error of Slack’s', refusal('internal_error')],
    ['an error that nobody knows', refusal('something_new')],
    ['what is no error at all', 'thrown'],
  ])('asks again after %s', async (_, fault) => {
    const { learned } = learn([fault, answer])

    await vi.advanceTimersByTimeAsync(patience.firstAttemptMs)

    expect((await learned).identity.teamId).toBe('T0FAKE')
  })

  it('never asks before the time that Slack has asked for is over', async () => {
    const { learned, asked } = learn([new webApi.WebAPIRateLimitedError(40), answer])

    await vi.advanceTimersByTimeAsync(39_999)
    const before = asked()
    await vi.advanceTimersByTimeAsync(1)

    expect(before).toBe(1)
    expect((await learned).identity.teamId).toBe('T0FAKE')
  })

  it('ends at once where the program stops while it waits', async () => {
    const { learned, stop, asked } = learn([refusal('internal_error'), answer])
    await vi.advanceTimersByTimeAsync(10)

    stop()

    await expect(learned).rejects.toMatchObject({ name: 'AbortError' })
    expect(asked()).toBe(1)
  })

  it('refuses no token where the program stops while it asks', async () => {
    const { learned, stop } = learn([refusal('invalid_auth')])

    stop()

    await expect(learned).rejects.toMatchObject({ name: 'AbortError' })
  })
})

/** Asks a Slack that answers so, or throws, one after the other. */
function learn(results: readonly unknown[]) {
  const times: number[] = []
  const logged: string[] = []
  const ending = new AbortController()
  const learned = learnIdentity({
    whoAmI: async () => {
      const result = results[times.length]
      times.push(performance.now())
      await Promise.resolve()
      if (result === undefined) throw new Error('It was asked too often')
      if (typeof result === 'string' || result instanceof Error) throw result
      return result as webApi.AuthTestResponse
    },
    log: { info: () => {}, warn: (event) => logged.push(event), error: (event) => logged.push(event) },
    signal: ending.signal,
  })
  learned.catch(() => {})
  return { learned, logged, stop: () => ending.abort(), times: () => times, asked: () => times.length }
}

function refusal(error: string): Error {
  return new webApi.WebAPIPlatformError({ ok: false, error })
}

function waitsOf(times: readonly number[]): readonly number[] {
  return times.slice(1).map((at, place) => Math.round(at - (times[place] ?? 0)))
}
