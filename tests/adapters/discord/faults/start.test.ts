import { describe, expect, it } from 'vitest'
import { PlatformRefused } from '../../../../src/adapters/platform-refused.ts'
import { startDiscordStandIn } from '../../../stand-ins/discord/discord-stand-in.ts'
import type { Fault } from '../../../stand-ins/discord/faults.ts'
import { startGoBetween } from '../../start-go-between.ts'
import { until } from '../../until.ts'
import { brokenPromises } from './broken-promises.ts'
import { faultKinds, refusal } from './fault-kinds.ts'
import { prepareTrial, type Trial } from './start-trial.ts'

/** How a start that goes wrong is mended by Discord alone. */
const passing: readonly (readonly [name: string, befall: (trial: Trial) => void])[] = [
  ['nobody at the gateway', ({ discord }) => discord.gateway.turnAway(2)],
  ['a session that is refused', ({ discord }) => discord.gateway.refuse('identify', { invalidSession: false })],
  ...(
    [
      ['HTTP 500 before it was carried out', 4],
      ['HTTP 502 with a page in HTML', 4],
      ['a connection reset before it was carried out', 4],
      ['an answer that breaks off', 1],
      ['HTTP 403', 1],
      ['HTTP 404', 1],
      ['a ban of the address, as a page in HTML', 1],
    ] as const
  ).map(
    ([name, times]) =>
      [
        `${name}, when asking where the gateway is`,
        ({ discord }: Trial) => addFault(discord, { match: { path: /\/gateway\/bot$/ }, times, ...faultKinds[name] }),
      ] as const,
  ),
  ...[4000, 4009].map(
    (close) =>
      [
        `the gateway closing with ${close}`,
        ({ discord }: Trial) => discord.gateway.refuse('identify', { close }),
      ] as const,
  ),
]

/** What can be mended only by whoever runs the bot, and the setting that is named. */
const lasting = [
  [4004, 'DISCORD_TOKEN'],
  [4010, 'DISCORD_TOKEN'],
  [4011, 'more servers'],
  [4012, 'DISCORD_API_URL'],
  [4013, 'intent'],
  [4014, 'Privileged Gateway Intents'],
] as const

describe.concurrent('the start', { timeout: 30_000 }, () => {
  it('tries again to register commands that Discord did not take, and says so', async (context) => {
    const trial = await prepareTrial(context)
    const { discord, adapter } = trial
    addFault(discord, { match: { method: 'PUT', path: /\/commands$/ }, ...refusal(400, 50_035) })

    await adapter.start()

    await trial.says('commands-not-registered')
    await trial.says('commands-registered', 15_000)
    expect(await brokenPromises(trial)).toEqual([])
  })

  // All at once, since the library takes five seconds from one session to the next.
  it('goes on once Discord is itself again, with one session alone', async (context) => {
    const broken = await Promise.all(
      passing.map(async ([name, befall]) => {
        const trial = await prepareTrial(context)
        const { gateway } = trial.discord
        befall(trial)

        await trial.adapter.start()

        // A connection that was given up must not come back, and with it a second session.
        await trial.discord.quiet(700)
        const sessions = gateway.identifies.length - gateway.closes.length
        const promises = await brokenPromises(trial)
        await until(() => !gateway.isConnected(), `the end of every connection after ${name}`)
        return [name, promises, sessions] as const
      }),
    )

    expect(broken).toEqual(passing.map(([name]) => [name, [], 1]))
  })

  it.for(lasting)('ends at close code %i and names %s', async ([close, setting], context) => {
    const trial = await prepareTrial(context)
    trial.discord.gateway.refuse('identify', { close })

    const refused = await trial.adapter.start().catch((error: unknown) => error)

    expect(refused).toBeInstanceOf(PlatformRefused)
    expect(String(refused)).toContain(`(${close})`)
    expect(String(refused)).toContain(setting)
    expect(trial.health.states().get('discord')?.state).toBe('stopped')
    // It is for whoever mends the setting to try again.
    await trial.discord.quiet(700)
    expect(trial.discord.gateway.connections).toHaveLength(1)
    expect(trial.discord.gateway.isConnected()).toBe(false)
  })

  it('waits for an address at which nobody answers yet', async (context) => {
    const discord = await startDiscordStandIn()
    const away = await startGoBetween(discord)
    await away.close()
    const trial = await prepareTrial(context, { settings: { apiUrl: away.apiUrl, token: discord.token } })

    const started = trial.adapter.start()
    await trial.says('cannot-connect')
    const goBetween = await startGoBetween(discord, Number(new URL(away.apiUrl).port))
    context.onTestFinished(async () => {
      await trial.adapter.stop()
      await goBetween.close()
      await discord.close()
    })

    await expect(started).resolves.toBeUndefined()
    expect(discord.gateway.isConnected()).toBe(true)
  })

  it('ends at a token that Discord does not know, and names its setting and not its value', async (context) => {
    const token = 'fake.not-the-token-of.the-stand-in'
    const trial = await prepareTrial(context, { settings: { token } })

    const refused = await trial.adapter.start().catch((error: unknown) => error)

    expect(refused).toBeInstanceOf(PlatformRefused)
    expect(String(refused)).toContain('DISCORD_TOKEN')
    expect(String(refused)).not.toContain(token)
  })

  it.for([
    ['reading the commands', { method: 'GET', path: /\/commands$/ }],
    ['writing the commands', { method: 'PUT', path: /\/commands$/ }],
    ['reading the application', { method: 'GET', path: /\/applications\/@me$/ }],
  ] as const)('goes on whatever happens to %s', async ([, match], context) => {
    const kinds = [
      ...Object.entries(faultKinds).filter(([name]) => !name.startsWith('silence')),
      ['50035, a body that Discord does not take', refusal(400, 50_035)] as const,
      ['30034, too many commands a day', refusal(429, 30_034)] as const,
    ]

    await Promise.all(
      kinds.map(async ([name, fault]) => {
        const trial = await prepareTrial(context)
        const befallen = addFault(trial.discord, { match, ...fault })

        await trial.adapter.start()

        expect({ name, hits: befallen.hits() }).toEqual({ name, hits: 1 })
        // Nobody can use a command that is not registered.
        const request = await trial.ask('mention')
        await until(request.isAnswered, `an answer after ${name}`)
        expect(trial.told.join('\n')).toContain('https://discord.com/oauth2/authorize')
      }),
    )
  })
})

function addFault({ faults }: Trial['discord'], fault: Fault) {
  return faults.add(fault)
}
