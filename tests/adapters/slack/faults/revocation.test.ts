import { describe, expect, it } from 'vitest'
import { PlatformRefused } from '../../../../src/adapters/platform-refused.ts'
import { until } from '../../until.ts'
import { brokenPromises, leaks } from './broken-promises.ts'
import { untilAnswered } from './request.ts'
import { prepareTrial, startTrial, type Trial } from './start-trial.ts'

const modes = ['socket', 'http'] as const

/** How an app loses its place. */
const endings: readonly (readonly [name: string, end: (slack: Trial['slack']) => void])[] = [
  ['app_uninstalled before tokens_revoked', (slack) => slack.uninstall('app_uninstalled')],
  ['tokens_revoked before app_uninstalled', (slack) => slack.uninstall('tokens_revoked')],
  ['tokens_revoked alone', (slack) => slack.revoke()],
  [
    'both twice',
    (slack) => {
      slack.duplicate(2)
      slack.uninstall()
    },
  ],
]

/** What concerns somebody else. */
const others: readonly (readonly [name: string, end: (slack: Trial['slack']) => void])[] = [
  [
    'tokens of users alone',
    (slack) => void slack.deliverEvent({ type: 'tokens_revoked', tokens: { oauth: ['U0FAKEUSER'], bot: [] } }),
  ],
  ['no tokens at all', (slack) => void slack.deliverEvent({ type: 'tokens_revoked', tokens: {} })],
  [
    'another workspace, which removes the app',
    (slack) => void slack.deliverEvent({ type: 'app_uninstalled' }, { ...elsewhere }),
  ],
  [
    'another workspace, which revokes the token',
    (slack) =>
      void slack.deliverEvent({ type: 'tokens_revoked', tokens: { bot: [slack.app.botUser] } }, { ...elsewhere }),
  ],
]

const elsewhere = {
  team_id: 'T0FAKEOTHER',
  context_team_id: 'T0FAKEOTHER',
  authorizations: [{ enterprise_id: null, team_id: 'T0FAKEOTHER', user_id: 'U0FAKEOTHER', is_bot: true }],
}

describe.concurrent.each(modes)('in %s mode the adapter', (mode) => {
  const options = { timeout: 30_000 }

  it.for(endings)('ends at once at %s, and says why', options, async ([, end], context) => {
    const trial = await startTrial(context, { mode })
    const { slack } = trial

    end(slack)

    await expectEnd(trial)
    const calls = slack.callCount()
    expect(await callsAfter(trial, calls)).toEqual([])
    expect(trial.logged.filter(({ event }) => event === 'app-removed')).toHaveLength(1)
    expect(leaks(trial)).toEqual([])
  })

  it.for(others)('goes on when Slack revokes %s', options, async ([, end], context) => {
    const trial = await startTrial(context, { mode })

    end(trial.slack)
    await until(() => trial.slack.acknowledgements.length > 0, 'an acknowledgement')

    expect(await brokenPromises(trial)).toEqual([])
    expect(trial.logged.map(({ event }) => event)).not.toContain('app-removed')
  })

  it.for(['token_revoked', 'account_inactive', 'token_expired', 'team_disabled'])(
    'ends when a call is answered with %s',
    options,
    async (error, context) => {
      const trial = await startTrial(context, { mode })
      const { slack } = trial
      slack.faults.add({ times: 1_000, error })

      await trial.ask('mention')

      await expectEnd(trial)
      expect(await callsAfter(trial, slack.callCount())).toEqual([])
    },
  )

  it(
    'makes no call any more for answers in flight, nor for those that wait for their turn',
    options,
    async (context) => {
      const trial = await startTrial(context, { mode })
      const { slack } = trial
      const inFlight = await trial.ask('direct')
      await untilAnswered([inFlight])
      // Four wait for the pace of their channel, and one for Slack.
      slack.faults.add({ method: 'response_url', times: 1_000, status: 503 })
      await trial.ask('command')
      for (const text of ['diet', 'stress', 'gut health', 'is it genetic?'])
        inFlight.person.write(text, { channel: inFlight.channel })
      await until(() => slack.calls.some(({ method }) => method === 'response_url'), 'a first attempt')
      await until(() => slack.acknowledgements.length >= 6, 'all to be taken in')

      slack.uninstall()

      await expectEnd(trial)
      expect(await callsAfter(trial, slack.callCount(), 4_000)).toEqual([])
    },
  )

  it('makes no call any more when it is removed while it still asks whose token it has', options, async (context) => {
    if (mode === 'socket') return context.skip('there is no connection yet that could tell')
    const trial = await prepareTrial(context, { mode })
    const { slack } = trial
    slack.faults.add({ method: 'auth.test', times: 1_000, status: 503 })
    const started = trial.start().catch((error: unknown) => error)
    await trial.says('cannot-connect')

    slack.uninstall()

    await expectEnd(trial)
    expect(await callsAfter(trial, slack.callCount(), 3_000)).toEqual([])
    await trial.adapter.stop()
    await started
  })
})

function isGoodStart({ method, error, status }: Trial['slack']['calls'][number]): boolean {
  return method === 'auth.test' && status === 200 && error === undefined
}

/** Rejects with what to mend. */
async function expectEnd(trial: Trial): Promise<void> {
  await until(() => trial.ending() !== undefined, 'the end')
  const ending = trial.ending()
  expect(ending).toBeInstanceOf(PlatformRefused)
  expect(String(ending)).toContain('SLACK_BOT_TOKEN')
  expect(trial.logged.map(({ event }) => event)).toContain('app-removed')
  expect(trial.health.states().get('slack')?.state).toBe('stopped')
}

/** Whatever happens in the workspace, nothing is called; over HTTP it is acknowledged, so that it does not come again. */
async function callsAfter({ slack, logged }: Trial, calls: number, ms = 1_200): Promise<readonly string[]> {
  const person = slack.addPerson()
  const before = slack.deliveries.length
  person.mention('is it genetic?', { channel: slack.channel })
  person.write('is it genetic?', { channel: slack.directMessages(person) })
  person.command('/ask is it genetic?', slack.channel)
  person.opensHome()

  await slack.until(() => false, 'nothing', ms).catch(() => {})

  expect(slack.socket.open()).toBe(0)
  // An adapter that never started leaves all to others.
  const isHttp = slack.socket.connections() === 0 && slack.calls.some(isGoodStart)
  const late = slack.deliveries
    .slice(before)
    .filter(({ attempts, failure }) => attempts() > 1 || failure() !== undefined)
  expect(isHttp ? late : []).toEqual([])
  expect(logged.map(({ text }) => text).join('\n')).not.toContain('genetic')
  return slack.calls.slice(calls).map(({ method }) => method)
}
