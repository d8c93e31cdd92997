import { describe, expect, it } from 'vitest'
import type { FaultKind } from '../../../stand-ins/discord/faults.ts'
import { brokenPromises } from './broken-promises.ts'
import { faultKinds, refusal } from './fault-kinds.ts'
import { untilHelped } from './request.ts'
import { startTrial } from './start-trial.ts'

/** Ways of asking that are answered by the response to an interaction. */
const ways = ['slash', 'button', 'menu', 'autocomplete'] as const

/** Whether the answer still stands where it was asked for; after a response that may come too late nobody tries again. */
const rows: readonly (readonly [name: string, fault: FaultKind, isAnswered: boolean])[] = [
  ...(
    [
      ['HTTP 500 before it was carried out', true],
      ['HTTP 500 after it was carried out', true],
      ['HTTP 502 with a page in HTML', true],
      ['a connection reset before it was carried out', true],
      ['a connection reset after it was carried out', true],
      ['an answer that breaks off', true],
      ['HTTP 401', false],
      ['HTTP 403', false],
      ['HTTP 404', false],
      ['silence before it was carried out', false],
      ['silence after it was carried out', true],
      ['an answer after 3.1 seconds', false],
      ['an answer 3.1 seconds after it was carried out', true],
    ] as const
  ).map(([name, isAnswered]) => [name, faultKinds[name], isAnswered] as const),
  ['10062, unknown interaction', refusal(404, 10_062), false],
  ['10062 although it was carried out', refusal(404, 10_062, 'after'), true],
  ['40060 although it was carried out now', refusal(400, 40_060, 'after'), true],
]

describe.concurrent('the first response to an interaction', { timeout: 30_000 }, () => {
  it.for(rows)('survives %s, and help arrives all the same', async ([, fault, isAnswered], context) => {
    const trial = await startTrial(context)

    const requests = await trial.askAll(ways)
    for (const { befall } of requests) befall(fault)

    await untilHelped(
      requests.filter(({ isUrgent }) => isUrgent),
      helpMs,
    )
    expect(await brokenPromises(trial)).toEqual([])
    // Choices are for somebody who is typing on already: they are not tried a second time.
    const calm = requests.filter(({ surface, isUrgent }) => !isUrgent && surface !== 'autocomplete')
    expect(calm.map((request) => request.isAnswered())).toEqual(calm.map(() => isAnswered))
  })

  it.for([
    ['route', 300],
    ['shared', 300],
    ['route', 20_000],
    ['shared', 20_000],
    ['cloudflare', 1_000],
  ] as const)('heeds a limit (%s, %i ms), and help arrives in time', async ([scope, retryAfterMs], context) => {
    const trial = await startTrial(context)

    const request = await trial.ask('slash', { isUrgent: true })
    request.befall({ kind: 'rate-limit', scope, retryAfterMs })

    await untilHelped([request])
    expect(await brokenPromises(trial)).toEqual([])
  })

  it('that Discord says was given already, though nobody sees one, leads to help by another way or a line in the log', async (context) => {
    const trial = await startTrial(context)

    const request = await trial.ask('slash', { isUrgent: true })
    request.befall(refusal(400, 40_060))

    expect(await brokenPromises(trial)).toEqual([])
  })

  it('is logged once when Discord knows nothing of the interaction', async (context) => {
    const trial = await startTrial(context)

    const begins = await Promise.all(ways.map((way) => trial.prepare(way)))
    for (const begin of begins) begin().befall(refusal(404, 10_062))

    expect(await brokenPromises(trial)).toEqual([])
    const lines = trial.logged.filter(({ text }) => text.includes('10062'))
    expect(lines.map(({ level, event }) => `${level} ${event}`)).toEqual(ways.map(() => 'warn request-failed'))
  })

  it('of an urgent answer that cannot be given, to somebody without direct messages, is told in the log', async (context) => {
    const trial = await startTrial(context)

    const request = await trial.ask('slash', { isUrgent: true, blocksBot: true })
    request.befall(refusal(404, 10_062))
    await trial.says('urgent-not-delivered')

    expect(await brokenPromises(trial)).toEqual([])
    expect(request.shown()).toEqual([])
  })
})

/** Nobody in need waits longer than for the two tries that a response has, and a direct message after them. */
const helpMs = 8_000
