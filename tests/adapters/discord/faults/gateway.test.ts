import { describe, expect, it } from 'vitest'
import { PlatformRefused } from '../../../../src/adapters/platform-refused.ts'
import type { GatewayControls } from '../../../stand-ins/discord/gateway-controls.ts'
import { until } from '../../until.ts'
import { brokenPromises } from './broken-promises.ts'
import { untilAnswered } from './request.ts'
import { startTrial, type Trial } from './start-trial.ts'

type Rows = readonly (readonly [name: string, befall: (gateway: GatewayControls) => void])[]

/** After these the session goes on, and Discord delivers what was said meanwhile. */
const keepingSession: Rows = [
  ['a cut', (gateway) => gateway.cut()],
  [
    'a gateway that is away for a while',
    (gateway) => {
      gateway.turnAway(3)
      gateway.cut()
    },
  ],
  ['op 7, come back', (gateway) => gateway.reconnect()],
  ...[1011, 1012, 4000, 4001, 4002, 4009, 4900].map(closing),
]

/** After these another session begins. */
const losingSession: Rows = [
  ['op 9, no session any more', (gateway) => gateway.invalidate(false)],
  [
    'a resume that is refused by op 9',
    (gateway) => {
      gateway.refuse('resume', { invalidSession: false })
      gateway.cut()
    },
  ],
  ...[1000, 1001, 4003, 4005, 4007, 4008].map(closing),
]

const lasting = [
  [4004, 'DISCORD_TOKEN'],
  [4010, 'DISCORD_TOKEN'],
  [4011, 'more servers'],
  [4012, 'DISCORD_API_URL'],
  [4013, 'intent'],
  [4014, 'Privileged Gateway Intents'],
] as const

describe.concurrent('the gateway connection', { timeout: 60_000 }, () => {
  it('that is half open, so that nothing goes in or out, is resumed', async (context) => {
    const heartbeatMs = 500
    const trial = await startTrial(context, { heartbeatMs })
    const { gateway } = trial.discord
    const since = performance.now()
    gateway.freeze()

    const requests = [await trial.ask('mention', { isUrgent: true }), await trial.ask('direct')]

    await untilAnswered(requests, 10_000)
    expect(await brokenPromises(trial)).toEqual([])
    expect(gateway.resumes).toHaveLength(1)
    // Two heartbeats to notice, and half a second of the library's rest.
    expect(Number(gateway.resumes[0]?.at) - since).toBeLessThan(2 * heartbeatMs + 1_500)
  })

  it('whose heartbeats nobody acknowledges is resumed after the next one', async (context) => {
    const heartbeatMs = 500
    const trial = await startTrial(context, { heartbeatMs })
    const { gateway } = trial.discord
    const since = performance.now()

    gateway.stopAcknowledging()

    await until(() => gateway.resumes.length === 1, 'a resume')
    expect(Number(gateway.resumes[0]?.at) - since).toBeLessThan(2 * heartbeatMs + 1_500)
    expect(gateway.closes.map(({ code }) => code)).not.toContain(1000)
    expect(await brokenPromises(trial)).toEqual([])
  })

  it.for(keepingSession)('survives %s, and answers what was asked meanwhile', async ([, befall], context) => {
    const trial = await startTrial(context)
    const { gateway } = trial.discord
    befall(gateway)
    await expectLost(trial)

    const requests = [await trial.ask('mention', { isUrgent: true }), await trial.ask('direct')]

    await untilAnswered(requests, 10_000)
    await expectBack(trial)
    expect(await brokenPromises(trial)).toEqual([])
    expect({ identifies: gateway.identifies.length, resumes: gateway.resumes.length }).toEqual({
      identifies: 1,
      resumes: 1,
    })
  })

  it('survives op 9 that lets it resume', async (context) => {
    const trial = await startTrial(context)
    const { gateway } = trial.discord

    gateway.invalidate(true)
    await until(() => gateway.resumes.length === 1 && gateway.isConnected(), 'a resume')

    expect(await brokenPromises(trial)).toEqual([])
    expect(gateway.connections).toHaveLength(1)
  })

  // All at once, since the library takes five seconds from one session to the next.
  it('begins another session after each end of the last one', async (context) => {
    const broken = await Promise.all(
      losingSession.map(async ([name, befall]) => {
        const trial = await startTrial(context)
        const { gateway } = trial.discord

        befall(gateway)

        await until(() => gateway.identifies.length === 2 && gateway.isConnected(), `a session after ${name}`, 15_000)
        await expectBack(trial)
        return [name, await brokenPromises(trial), gateway.identifies.length] as const
      }),
    )

    expect(broken).toEqual(losingSession.map(([name]) => [name, [], 2]))
  })

  it.for(lasting)('that is closed with %i ends the adapter, which names %s', async ([code, setting], context) => {
    const trial = await startTrial(context)
    const { gateway } = trial.discord

    gateway.close(code)
    const refused = await trial.adapter.ended().catch((error: unknown) => error)

    expect(refused).toBeInstanceOf(PlatformRefused)
    expect(String(refused)).toContain(`(${code})`)
    expect(String(refused)).toContain(setting)
    expect(trial.health.states().get('discord')).toMatchObject({ state: 'stopped', reason: expect.any(String) })
    await trial.discord.quiet(700)
    expect(gateway.connections).toHaveLength(1)
    expect(await brokenPromises(trial)).toEqual([])
  })
})

function closing(code: number) {
  return [`being closed with ${code}`, (gateway: GatewayControls) => gateway.close(code)] as const
}

/** Half a second lies between the end of a connection and the next one. */
async function expectLost({ discord: { gateway } }: Trial): Promise<void> {
  await until(() => !gateway.isConnected(), 'the end of the connection')
}

async function expectBack({ discord, health }: Trial): Promise<void> {
  await until(() => discord.gateway.isConnected(), 'a connection', 10_000)
  await until(() => health.states().get('discord')?.state === 'ready', 'the adapter to say so')
}
