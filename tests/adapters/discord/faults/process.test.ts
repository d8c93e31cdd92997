import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { describe, expect, it, type TestContext } from 'vitest'
import {
  type DiscordStandIn,
  type StandInOptions,
  startDiscordStandIn,
} from '../../../stand-ins/discord/discord-stand-in.ts'
import { startProgram } from '../../start-program.ts'
import { until } from '../../until.ts'
import { prepareRequest } from './request.ts'
import { surfaces } from './ways-of-asking.ts'

const connected = 'Discord is connected.'

/** Writes at the end which modules were loaded. */
const tellModules = `data:text/javascript,${encodeURIComponent(`
  import { createRequire } from 'node:module'
  const { cache } = createRequire('/')
  process.on('exit', () => console.log(Object.keys(cache).map((path) => 'loaded ' + path).join('\\n')))
`)}`

const libraryPath = resolve('node_modules/discord.js')

describe.concurrent('the program', { timeout: 60_000 }, () => {
  it('finishes replies in flight at SIGTERM and ends with exit code 0', async (context) => {
    const discord = await startStandIn(context)
    const program = startProgram(context, settingsFor(discord))
    await program.says(connected)
    const begins = await Promise.all(
      surfaces.flatMap((surface) => [false, true].map((isUrgent) => prepareRequest(discord, surface, { isUrgent }))),
    )
    const requests = begins.map((begin) => begin())
    for (const { befall } of requests) befall({ kind: 'delay', ms: 1_500 })
    await until(() => requests.every(({ isBefallen }) => isBefallen()), 'all replies to be in flight')

    program.signal('SIGTERM')
    const code = await program.end()

    expect({
      code,
      unanswered: requests.filter(({ isAnswered }) => !isAnswered()).map(({ surface }) => surface),
    }).toEqual({
      code: 0,
      unanswered: [],
    })
    expect(program.written()).not.toContain(discord.token)
    expect(discord.gateway.isConnected()).toBe(false)
  })

  it('ends at once at a second signal', async (context) => {
    const discord = await startStandIn(context)
    const program = startProgram(context, settingsFor(discord))
    await program.says(connected)
    const request = (await prepareRequest(discord, 'direct'))()
    request.befall({ kind: 'silence' }, 10)
    await until(request.isBefallen, 'a reply in flight')

    program.signal('SIGTERM')
    // Without a second one it would wait for eight seconds. Two that come at once count as one.
    const isOver = () => {
      program.signal('SIGTERM')
      return program.hasEnded()
    }

    await expect(until(isOver, 'the program to end', 3_000)).resolves.toBeUndefined()
  })

  it('ends with exit code 2 at a token that Discord does not know, names the setting, and tells the token nowhere', async (context) => {
    const discord = await startStandIn(context)
    const token = 'fake.not-the-token-of.the-stand-in'
    const program = startProgram(context, { ...settingsFor(discord), DISCORD_TOKEN: token })

    expect(await program.end(30_000)).toBe(2)
    expect(program.written()).toContain('DISCORD_TOKEN')
    expect(program.written()).not.toContain(token)
  })

  it('ends with exit code 2 when Discord closes the connection for good', async (context) => {
    const discord = await startStandIn(context)
    const program = startProgram(context, settingsFor(discord), [tellModules])
    await program.says(connected)

    discord.gateway.close(4014)

    expect(await program.end()).toBe(2)
    expect(program.written()).toContain('(4014)')
    expect(program.written()).toContain('Privileged Gateway Intents')
    // Else the look at what is loaded would prove nothing where there is no token.
    expect(program.written()).toContain(`loaded ${libraryPath}`)
  })

  it('loads nothing of discord.js where there is no token', async (context) => {
    const program = startProgram(context, {}, [tellModules])
    await program.says('The page is at ')

    program.signal('SIGTERM')

    expect(await program.end()).toBe(0)
    expect(program.written()).toContain('loaded ')
    expect(program.written()).not.toMatch(/loaded .*discord/)
  })

  it.for([
    ['refuses connections', async () => closedPort()],
    ['never answers', async (context: TestContext) => silentPort(context)],
  ] as const)('ends with exit code 0 at SIGTERM where the address %s', async ([, port], context) => {
    const apiUrl = `http://127.0.0.1:${await port(context)}/api`
    const program = startProgram(context, { DISCORD_TOKEN: 'fake.token.of-nobody', DISCORD_API_URL: apiUrl })
    await program.says('"state":"connecting"')

    program.signal('SIGTERM')

    expect(await program.end()).toBe(0)
  })

  it.for([
    [
      'while it connects again',
      ({ gateway }: DiscordStandIn) => {
        gateway.turnAway(1_000)
        gateway.cut()
      },
    ],
    ['while the connection is half open', ({ gateway }: DiscordStandIn) => gateway.freeze()],
  ] as const)('ends with exit code 0 at SIGTERM %s', async ([, befall], context) => {
    const discord = await startStandIn(context, { heartbeatMs: 500 })
    const program = startProgram(context, settingsFor(discord))
    await program.says(connected)
    const before = program.written().length
    befall(discord)
    await until(() => program.written().slice(before).includes('"state":"connecting"'), 'the program to notice')

    program.signal('SIGTERM')

    expect(await program.end()).toBe(0)
  })
})

async function startStandIn({ onTestFinished }: TestContext, options?: StandInOptions): Promise<DiscordStandIn> {
  const discord = await startDiscordStandIn(options)
  onTestFinished(() => discord.close())
  return discord
}

function settingsFor({ token, apiUrl }: DiscordStandIn) {
  return { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl }
}

/** A port at which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** A port at which somebody listens and says nothing. */
async function silentPort({ onTestFinished }: TestContext): Promise<number> {
  const server = createServer((socket) => socket.on('error', () => {})).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}
