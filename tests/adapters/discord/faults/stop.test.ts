import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { GatewayControls } from '../../../stand-ins/discord/gateway-controls.ts'
import { until } from '../../until.ts'
import { showsHelp } from './request.ts'
import { prepareTrial, startTrial, type Trial } from './start-trial.ts'
import { surfaces } from './ways-of-asking.ts'

/** Longest that a stop may take. */
const stopWithinMs = 10_000

const badMoments: readonly (readonly [name: string, befall: (gateway: GatewayControls) => void])[] = [
  ['the connection has just been cut', (gateway) => gateway.cut()],
  [
    'the gateway is away',
    (gateway) => {
      gateway.turnAway(1_000)
      gateway.cut()
    },
  ],
  ['the bot has just been asked to come back', (gateway) => gateway.reconnect()],
  ['the session has just been ended', (gateway) => gateway.invalidate(false)],
  ['the connection is half open', (gateway) => gateway.freeze()],
]

describe.concurrent('stopping', { timeout: 60_000 }, () => {
  it('while help cannot be delivered writes that into the log', async (context) => {
    const trial = await startTrial(context)
    const request = await trial.ask('direct', { isUrgent: true })
    request.befall({ kind: 'silence' }, 10)
    await until(request.isBefallen, 'a request without an answer')

    await trial.adapter.stop()

    expect(request.shown().some(showsHelp)).toBe(false)
    expect(trial.logged.map(({ event }) => event)).toContain('urgent-not-delivered')
  })

  it('lets replies in flight finish', async (context) => {
    const trial = await startTrial(context)
    const requests = await trial.askAll(surfaces)
    for (const { befall } of requests) befall({ kind: 'delay', ms: 1_000 })
    await until(() => requests.every(({ isBefallen }) => isBefallen()), 'all requests to be under way')

    await trial.adapter.stop()

    expect(requests.filter(({ isAnswered }) => !isAnswered()).map(({ surface }) => surface)).toEqual([])
    await until(() => !trial.discord.gateway.isConnected(), 'the end of the connection')
  })

  it.for(badMoments)('when %s ends in time, and nothing comes back', async ([name, befall], context) => {
    const trial = await startTrial(context)
    const { gateway } = trial.discord
    const state = () => trial.health.states().get('discord')?.state
    const isFrozen = name.endsWith('half open')
    befall(gateway)
    // Nobody notices at once that a connection is half open.
    if (!isFrozen) await until(() => state() === 'connecting', 'the adapter to notice')
    const before = performance.now()

    await trial.adapter.stop()

    expect(performance.now() - before).toBeLessThan(stopWithinMs)
    // The library rests for half a second before it connects again, and may be stopped only then.
    await trial.discord.quiet(800)
    const connections = gateway.connections.length
    await trial.discord.quiet(800)
    expect(gateway.connections).toHaveLength(connections)
    expect(isFrozen || !gateway.isConnected()).toBe(true)
    expect(state()).toBe('stopped')
  })

  it.for([
    ['nobody answers where the gateway is', ({ discord }: Trial) => silence(discord, /\/gateway\/bot$/)],
    ['the gateway is away', ({ discord }: Trial) => discord.gateway.turnAway(1_000)],
    [
      'the gateway is away, and where it is comes late',
      ({ discord }: Trial) => {
        discord.gateway.turnAway(1_000)
        discord.faults.add({ match: { path: /\/gateway\/bot$/ }, kind: 'delay', ms: 300 })
      },
    ],
    ['nobody answers about the commands', ({ discord }: Trial) => silence(discord, /\/commands$/)],
  ] as const)('before the start is over, while %s, ends in time', async ([, befall], context) => {
    const trial = await prepareTrial(context)
    const { gateway } = trial.discord
    befall(trial)
    const started = trial.adapter.start().catch((error: unknown) => error)
    await until(() => trial.discord.requests.length > 0, 'a first request')
    const before = performance.now()

    await trial.adapter.stop()
    await Promise.race([started, sleep(stopWithinMs)])

    expect(performance.now() - before).toBeLessThan(stopWithinMs)
    // One that was on its way already may still arrive.
    await trial.discord.quiet(800)
    const connections = gateway.connections.length
    await trial.discord.quiet(1_500)
    expect(gateway.connections).toHaveLength(connections)
    expect(gateway.isConnected()).toBe(false)
  })

  it('during the login leaves no connection behind', async (context) => {
    const trial = await prepareTrial(context)
    const { gateway } = trial.discord
    trial.discord.faults.add({ match: { path: /\/gateway\/bot$/ }, kind: 'delay', ms: 300 })
    const started = trial.adapter.start().catch((error: unknown) => error)
    await until(() => trial.discord.requests.length > 0, 'a first request')

    await trial.adapter.stop()
    await started

    await trial.discord.quiet(1_000)
    expect(gateway.identifies.length - gateway.closes.length).toBe(0)
  })

  it('takes nothing new in', async (context) => {
    const trial = await startTrial(context)
    const late = await trial.ask('mention')
    late.befall({ kind: 'delay', ms: 500 })
    await until(late.isBefallen, 'a request under way')

    const stopped = trial.adapter.stop()
    const after = await trial.ask('mention')
    await stopped

    expect([late.isAnswered(), after.isAnswered()]).toEqual([true, false])
  })
})

function silence({ faults }: Trial['discord'], path: RegExp) {
  return faults.add({ match: { path }, times: 100, kind: 'silence' })
}
