import { describe, expect, it } from 'vitest'
import { PlatformRefused } from '../../../../src/adapters/platform-refused.ts'
import type { Fault, FaultKind } from '../../../stand-ins/slack/faults.ts'
import { startGoBetween } from '../../start-go-between.ts'
import { until } from '../../until.ts'
import { brokenPromises } from './broken-promises.ts'
import { prepareTrial, type Trial } from './start-trial.ts'

const modes = ['socket', 'http'] as const

/** What Slack mends by itself. */
const passing: readonly (readonly [name: string, fault: FaultKind])[] = [
  ['HTTP 500', { status: 500 }],
  ['HTTP 503', { status: 503 }],
  ['a page in HTML instead of JSON', { status: 200 }],
  ['429 with Retry-After', { retryAfter: 2 }],
  ['a connection that is cut', { cut: true }],
  ['ratelimited', { error: 'ratelimited' }],
  ['internal_error', { error: 'internal_error' }],
  ['fatal_error', { error: 'fatal_error' }],
  ['a word that nobody knows', { error: 'something_new' }],
]

/** What only whoever runs the bot can mend. */
const badTokens = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'team_disabled',
  'not_allowed_token_type',
] as const

const steps = ['auth.test', 'apps.connections.open'] as const

/** Where a start can stand still. */
const stages: readonly (readonly [name: string, mode: (typeof modes)[number], befall: (trial: Trial) => void])[] = [
  ...modes.flatMap((mode) => [
    [`auth.test is not answered (${mode})`, mode, befallEach({ method: 'auth.test', hang: true })] as const,
    [`auth.test fails (${mode})`, mode, befallEach({ method: 'auth.test', status: 503 })] as const,
    [`auth.test is limited (${mode})`, mode, befallEach({ method: 'auth.test', retryAfter: 60 })] as const,
  ]),
  ['apps.connections.open is not answered', 'socket', befallEach({ method: 'apps.connections.open', hang: true })],
  ['apps.connections.open fails', 'socket', befallEach({ method: 'apps.connections.open', status: 503 })],
  ['the connection is refused', 'socket', ({ slack }) => slack.socket.refuseUpgrades(503, 1_000)],
  ['there is no hello', 'socket', ({ slack }) => slack.socket.holdHello()],
]

describe.concurrent('the start', { timeout: 60_000 }, () => {
  it.for(passing)('goes on once Slack is itself again after %s', async ([, fault], context) => {
    const trials = await Promise.all(
      [...steps.map((step) => ['socket', step] as const), ['http', 'auth.test'] as const].map(
        async ([mode, method]) => {
          const trial = await prepareTrial(context, { mode })
          const befallen = trial.slack.faults.add({ method, times: 2, ...fault })
          await trial.start()
          return { trial, befallen }
        },
      ),
    )

    await Promise.all(
      trials.map(async ({ trial, befallen }) => {
        expect(befallen.hits()).toBe(2)
        expect(trial.health.states().get('slack')?.state).toBe('ready')
        expect(trial.logged.filter(({ event }) => event === 'cannot-connect')).toHaveLength(1)
        expect(await brokenPromises(trial)).toEqual([])
      }),
    )
  })

  it.for(modes)('waits for an address at which nobody answers yet (%s)', async (mode, context) => {
    const { slack: first } = await prepareTrial(context)
    const away = await startGoBetween(first)
    await away.close()
    const trial = await prepareTrial(context, { mode, settings: { apiUrl: away.apiUrl } })
    const started = trial.start()
    await trial.says('cannot-connect')

    const goBetween = await startGoBetween(trial.slack, Number(new URL(away.apiUrl).port))
    context.onTestFinished(async () => {
      await trial.adapter.stop()
      await goBetween.close()
    })

    await expect(started).resolves.toBeUndefined()
    expect(trial.health.states().get('slack')?.state).toBe('ready')
  })

  it.for(modes.flatMap((mode) => badTokens.map((error) => [error, mode] as const)))(
    'ends at %s, and names SLACK_BOT_TOKEN (%s)',
    async ([error, mode], context) => {
      const trial = await prepareTrial(context, { mode })
      trial.slack.faults.add({ method: 'auth.test', times: 1_000, error })

      expect(await refusalOf(trial)).toContain('SLACK_BOT_TOKEN')
    },
  )

  it.for([
    'invalid_auth',
    'not_authed',
    'account_inactive',
    'token_revoked',
    'token_expired',
    'team_disabled',
    'not_allowed_token_type',
    'missing_scope',
    'no_permission',
    'access_denied',
  ])('ends when a connection is refused with %s, and names SLACK_APP_TOKEN', async (error, context) => {
    const trial = await prepareTrial(context)
    trial.slack.faults.add({ method: 'apps.connections.open', times: 1_000, error })

    expect(await refusalOf(trial)).toContain('SLACK_APP_TOKEN')
  })

  it.for([
    ['SLACK_BOT_TOKEN', { botToken: 'xoxb-fake-other-token' }],
    ['SLACK_BOT_TOKEN', { botToken: 'xapp-fake-app-token' }],
    ['SLACK_APP_TOKEN', { connection: { type: 'socket', appToken: 'xapp-fake-other-token' } }],
    ['SLACK_APP_TOKEN', { connection: { type: 'socket', appToken: 'xoxb-fake-bot-token' } }],
  ] as const)('ends at a token that is not the right one, and names %s', async ([setting, settings], context) => {
    const trial = await prepareTrial(context, { settings })

    const refused = await refusalOf(trial)

    expect(refused).toContain(setting)
    expect(refused).not.toMatch(/xoxb-fake|xapp-fake/)
  })

  it('that was refused leaves nothing behind that answers requests', async (context) => {
    const trial = await prepareTrial(context, { mode: 'http' })
    const { slack } = trial
    slack.faults.add({ method: 'auth.test', error: 'invalid_auth' })
    await refusalOf(trial)
    const calls = slack.callCount()

    await trial.ask('mention')
    await trial.ask('command')

    await quiet(trial, 500)
    expect(slack.calls.slice(calls).map(({ method }) => method)).toEqual([])
  })

  it.for(stages)(
    'that is stopped while %s ends in time, and nothing comes back',
    async ([name, mode, befall], context) => {
      const trial = await prepareTrial(context, { mode })
      const { slack } = trial
      befall(trial)
      const started = trial.start().catch((error: unknown) => error)
      const [method] = steps.filter((step) => name.includes(step)).concat('apps.connections.open')
      await until(() => slack.calls.some((call) => call.method === method), 'the stage')
      const before = performance.now()

      await trial.adapter.stop()
      await started

      expect(performance.now() - before).toBeLessThan(5_000)
      const calls = slack.callCount()
      const connections = slack.socket.connections()
      slack.socket.releaseHello()
      await quiet(trial, 2_000)
      expect(slack.callCount()).toBe(calls)
      expect(slack.socket.connections()).toBe(connections)
      expect(slack.socket.open()).toBe(0)
      expect(trial.health.states().get('slack')?.state).toBe('stopped')
    },
  )
})

function befallEach(fault: Fault) {
  return ({ slack }: Trial): void => {
    slack.faults.add({ times: 1_000, ...fault })
  }
}

/** Gives what the operator reads. */
async function refusalOf(trial: Trial): Promise<string> {
  const refused = await trial.start().then(
    () => 'started',
    (error: unknown) => error,
  )
  expect(refused).toBeInstanceOf(PlatformRefused)
  expect(trial.health.states().get('slack')?.state).toBe('stopped')
  // It is for whoever mends the setting to try again.
  const calls = trial.slack.callCount()
  await quiet(trial, 300)
  expect(trial.slack.callCount()).toBe(calls)
  expect(trial.slack.socket.open()).toBe(0)
  return String(refused)
}

/** Lets whatever may still come have its time. */
async function quiet({ slack }: Trial, ms: number): Promise<void> {
  await slack.until(() => false, 'nothing', ms).catch(() => {})
}
