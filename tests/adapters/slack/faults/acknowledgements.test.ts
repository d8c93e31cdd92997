import { describe, expect, it } from 'vitest'
import { until } from '../../until.ts'
import { brokenPromises } from './broken-promises.ts'
import { untilAnswered } from './request.ts'
import { startTrial, type Trial } from './start-trial.ts'
import { surfaces } from './ways-of-asking.ts'

const rows = [
  ['lost', ({ slack }: Trial) => slack.loseAcknowledgements(surfaces.length)],
  ['late', ({ slack }: Trial) => slack.slowAcknowledgements(surfaces.length, 700)],
] as const

/** How a connection ends between what it brought and the acknowledgement of that. */
const ends = [
  ['breaks off', ({ slack }: Trial) => slack.socket.drop()],
  ['is closed', ({ slack }: Trial) => slack.socket.close()],
  ['is half open', ({ slack }: Trial) => slack.socket.silence()],
] as const

describe.concurrent.each(['socket', 'http'] as const)('in %s mode acknowledgements', (mode) => {
  it.for(rows)('that are %s make no second answer', { timeout: 30_000 }, async ([, befall], context) => {
    const trial = await startTrial(context, { mode, acknowledgeMs: 300 })
    const { slack } = trial
    const begins = await Promise.all(surfaces.map((surface) => trial.prepare(surface)))
    await until(() => slack.deliveries.every(({ attempts }) => attempts() > 0), 'what goes before')
    const before = slack.deliveries.length
    befall(trial)

    const requests = begins.map((begin) => begin())

    await untilAnswered(requests)
    const events = slack.deliveries.slice(before).filter(({ kind }) => kind === 'events_api')
    await until(() => events.some(({ attempts }) => attempts() > 1), 'a second delivery')
    expect(await brokenPromises(trial)).toEqual([])
    const many = requests.filter(({ shown }) => shown().length > 1)
    expect(many.map(({ surface }) => surface)).toEqual([])
  })

  it.for(['command', 'shortcut', 'button', 'topic'] as const)(
    'of a %s go before the first call, and carry nothing',
    { timeout: 30_000 },
    async (surface, context) => {
      const trial = await startTrial(context, { mode })
      const begin = await trial.prepare(surface)
      const calls = trial.slack.calls.length

      const request = begin()

      await untilAnswered([request])
      const acknowledgement = await request.delivery?.acknowledged
      expect(acknowledgement?.at).toBeLessThan(trial.slack.calls[calls]?.at ?? 0)
      expect(acknowledgement?.payload).toBeUndefined()
    },
  )

  it('do not wait for a Web API that does not answer', { timeout: 30_000 }, async (context) => {
    const trial = await startTrial(context, { mode })
    const { slack } = trial
    const begins = await Promise.all(surfaces.map((surface) => trial.prepare(surface)))
    const before = slack.deliveries.length
    slack.faults.add({ times: 1_000, hang: true })

    for (const begin of begins) begin()

    await Promise.all(slack.deliveries.slice(before).map(({ acknowledged }) => acknowledged))
    expect(slack.deliveries.filter(({ attempts }) => attempts() > 1)).toEqual([])
    // Else the stop would wait for them.
    slack.revoke()
    await trial.says('app-removed')
  })
})

describe.concurrent('a connection', { timeout: 40_000 }, () => {
  it.for(ends)(
    'that %s before acknowledgements went out loses no event and answers none twice',
    async ([, end], context) => {
      const trial = await startTrial(context, { acknowledgeMs: 500, redeliverMs: [3_000, 6_000, 6_000] })
      const begins = await Promise.all(surfaces.map((surface) => trial.prepare(surface)))

      const requests = begins.map((begin) => begin())
      end(trial)

      const wanted = () =>
        requests.filter(({ delivery, surface }) => isEvent(surface) || delivery?.failure() === undefined)
      await until(() => wanted().every(({ isAnswered }) => isAnswered()), 'all answers', 25_000)
      await until(() => trial.slack.socket.connections() > 1 && isReady(trial), 'another connection', 25_000)
      expect(await brokenPromises(trial)).toEqual([])
      const many = requests.filter(({ shown }) => shown().length > 1)
      expect(many.map(({ surface }) => surface)).toEqual([])
    },
  )
})

function isReady({ health }: Trial): boolean {
  return health.states().get('slack')?.state === 'ready'
}

function isEvent(surface: string): boolean {
  return ['mention', 'direct', 'home', 'messages'].includes(surface)
}
