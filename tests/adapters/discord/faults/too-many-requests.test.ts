import { describe, expect, it } from 'vitest'
import { until } from '../../until.ts'
import { brokenPromises } from './broken-promises.ts'
import { untilAnswered, untilHelped } from './request.ts'
import { startTrial, type Trial } from './start-trial.ts'

/** A tenth of the rejected requests for which Discord shuts an address out, and some under way. */
const mostRejected = 1_100

/** Requests under way, urgent ones aside. */
const mostWaiting = 1_000

describe('many requests', { timeout: 60_000 }, () => {
  it.concurrent('that Discord rejects without exception are soon made for those in need alone', async (context) => {
    const trial = await startTrial(context)
    const { discord } = trial
    const rejected = discord.faults.add({ match: {}, times: 10_000, kind: 'status', status: 403 })

    await askInBatches(trial, 13, (asked) => rejected.hits() === asked || isShedding(trial))
    await discord.quiet(200)

    expect(isShedding(trial)).toBe(true)
    expect(rejected.hits()).toBeLessThanOrEqual(mostRejected)
    discord.faults.clear()
    const urgent = [await trial.ask('slash', { isUrgent: true }), await trial.ask('mention', { isUrgent: true })]
    await untilHelped(urgent)
    expect(urgent.flatMap(({ shown }) => shown().map(({ channel_id }) => channel_id))).toEqual(
      urgent.map(({ channel }) => channel.id),
    )
  })

  it.concurrent('that nobody answers are kept to a number, and help is not among those given up', async (context) => {
    const trial = await startTrial(context)
    const { discord } = trial
    const befallen = discord.faults.add({ match: { path: /^\/channels\// }, times: 10_000, kind: 'silence' })

    await Promise.all(Array.from({ length: mostWaiting + 200 }, () => trial.ask('mention')))
    await until(() => isShedding(trial), 'requests that are given up')

    expect(befallen.hits()).toBeLessThanOrEqual(mostWaiting)
    const urgent = await trial.ask('slash', { isUrgent: true })
    await untilHelped([urgent])
    expect(trial.logged.filter(({ event }) => event === 'event-failed')).toEqual([])
  })

  it('leave room for somebody in need', async (context) => {
    const trial = await startTrial(context)
    await Promise.all(Array.from({ length: 100 }, () => trial.ask('mention')))
    const before = performance.now()

    const urgent = await trial.ask('mention', { isUrgent: true })
    await untilHelped([urgent], 20_000)

    expect(performance.now() - before).toBeLessThan(3_000)
    await untilAnswered(trial.requests, 30_000)
    expect(await brokenPromises(trial)).toEqual([])
  })
})

function isShedding({ logged }: Trial): boolean {
  return logged.some(({ event }) => event === 'request-shed')
}

/** So many times ninety people, the next ones when the ones before them are through. */
async function askInBatches(trial: Trial, batches: number, isThrough: (asked: number) => boolean): Promise<void> {
  if (batches === 0) return
  await Promise.all(Array.from({ length: 90 }, () => trial.ask('slash')))
  await until(() => isThrough(trial.requests.length), 'the end of a batch')
  return askInBatches(trial, batches - 1, isThrough)
}
