import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { resolve } from 'node:path'
import { describe, expect, it, type TestContext } from 'vitest'
import { startDiscordStandIn } from '../../../stand-ins/discord/discord-stand-in.ts'
import { type SlackStandIn, startSlackStandIn } from '../../../stand-ins/slack/slack-stand-in.ts'
import { prepareRequest as prepareDiscordRequest } from '../../discord/faults/request.ts'
import { type Program, startProgram } from '../../start-program.ts'
import { until } from '../../until.ts'
import { prepareRequest, untilAnswered } from './request.ts'
import { surfaces } from './ways-of-asking.ts'

const modes = ['socket', 'http'] as const
type Mode = (typeof modes)[number]

/** Those for which nothing has to be there before. */
const quickSurfaces = ['command', 'mention', 'direct', 'home', 'messages'] as const

const connected = 'Slack is connected'

/** What can happen to Slack alone. */
const misfortunes: readonly (readonly [name: string, befall: (slack: SlackStandIn) => void])[] = [
  ['is removed', (slack) => slack.uninstall()],
  ['loses its connection', (slack) => slack.socket.drop()],
  ['is down', (slack) => void slack.faults.add({ times: 1_000, status: 503 })],
]

/** Writes at the end which modules were loaded. */
const tellModules = `data:text/javascript,${encodeURIComponent(`
  import { createRequire } from 'node:module'
  const { cache } = createRequire('/')
  process.on('exit', () => console.log(Object.keys(cache).map((path) => 'loaded ' + path).join('\\n')))
`)}`

describe.concurrent('the program', { timeout: 60_000 }, () => {
  it.for(modes)('finishes replies in flight at SIGTERM and ends with exit code 0 (%s)', async (mode, context) => {
    const slack = await startStandIn(context, mode)
    const program = await startConnected(context, slack, mode)
    const begins = await Promise.all(surfaces.map((surface) => prepareRequest(slack, surface)))
    const late = slack.faults.add({ times: 1_000, delayMs: 1_500 })
    const requests = begins.map((begin) => begin())
    await until(() => late.hits() >= surfaces.length, 'all replies to be in flight')

    program.signal('SIGTERM')
    const code = await program.end()

    const unanswered = requests.filter(({ isAnswered }) => !isAnswered())
    expect({ code, unanswered: unanswered.map(({ surface }) => surface) }).toEqual({ code: 0, unanswered: [] })
    expect(slack.socket.open()).toBe(0)
    for (const secret of [slack.botToken, slack.appToken, slack.signingSecret, 'genetic'])
      expect(program.written()).not.toContain(secret)
  })

  it('ends within ten seconds of SIGTERM though Slack answers nothing', async (context) => {
    const slack = await startStandIn(context, 'http')
    const program = await startConnected(context, slack, 'http')
    const hanging = slack.faults.add({ times: 1_000, hang: true })
    const begins = await Promise.all(quickSurfaces.map((surface) => prepareRequest(slack, surface)))
    for (const begin of begins) begin()
    await until(() => hanging.hits() > 0, 'a call that hangs')

    program.signal('SIGTERM')

    expect(await program.end(10_000)).toBe(0)
  })

  it('ends at once at a second signal', async (context) => {
    const slack = await startStandIn(context, 'socket')
    const program = await startConnected(context, slack, 'socket')
    const hanging = slack.faults.add({ times: 1_000, hang: true })
    ;(await prepareRequest(slack, 'direct'))()
    await until(() => hanging.hits() > 0, 'a reply in flight')

    program.signal('SIGTERM')
    // Without a second one it would wait for eight seconds. Two that come at once count as one.
    const isOver = () => {
      program.signal('SIGTERM')
      return program.hasEnded()
    }

    await expect(until(isOver, 'the program to end', 3_000)).resolves.toBeUndefined()
  })

  it.for([
    [
      'no way in',
      { SLACK_BOT_TOKEN: 'xoxb-fake-bot-token' },
      ['SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing', 'SLACK_BOT_TOKEN'],
    ],
    [
      'an empty secret',
      { SLACK_BOT_TOKEN: 'xoxb-fake-bot-token', SLACK_SIGNING_SECRET: '' },
      ['SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing'],
    ],
    [
      'tokens in each other’s place',
      { SLACK_BOT_TOKEN: 'xapp-fake-app-token', SLACK_APP_TOKEN: 'xoxb-fake-bot-token' },
      ['SLACK_BOT_TOKEN is a token of another kind', 'SLACK_APP_TOKEN is a token of another kind'],
    ],
  ] as const)('ends with exit code 2 at %s, and names what to set', async ([, env, words], context) => {
    const program = startProgram(context, env)

    expect(await program.end(30_000)).toBe(2)
    for (const word of words) expect(program.written()).toContain(word)
    expect(program.written()).not.toMatch(/xoxb-fake|xapp-fake|fake-signing/)
  })

  it('loads nothing of Bolt where no setting of Slack is there, and Bolt where one is', async (context) => {
    const slack = await startStandIn(context, 'socket')
    const without = startProgram(context, {}, [tellModules])
    const program = startProgram(context, settingsFor(slack, 'socket'), [tellModules])
    await Promise.all([without.says('The page is at '), program.says(connected)])

    without.signal('SIGTERM')
    program.signal('SIGTERM')

    expect([await without.end(), await program.end()]).toEqual([0, 0])
    expect(without.written()).toContain('loaded ')
    expect(without.written()).not.toMatch(/loaded .*slack/)
    // Else the look would prove nothing.
    expect(program.written()).toContain(`loaded ${resolve('node_modules/@slack/bolt')}`)
  })

  it('ends with exit code 2 when the app is removed', async (context) => {
    const slack = await startStandIn(context, 'socket')
    const program = await startConnected(context, slack, 'socket')

    slack.uninstall()

    expect(await program.end()).toBe(2)
    expect(program.written()).toContain('SLACK_BOT_TOKEN')
  })
})

describe.concurrent('where Discord is served too,', { timeout: 60_000 }, () => {
  it('a PORT that is taken is named, and Discord goes on', async (context) => {
    const { discord, slack } = await startBoth(context, 'http')
    const port = await takenPort(context)
    const program: Program = startProgram(context, { ...settings(discord, slack, 'http'), PORT: String(port) })

    await program.says(`PORT ${port} is in use`)
    await program.says('Discord is connected.')

    await expectDiscordAnswers(discord)
    program.signal('SIGTERM')
    expect(await program.end()).toBe(2)
  })

  it.for(misfortunes)('Slack that %s leaves Discord as it is', async ([, befall], context) => {
    const { discord, slack } = await startBoth(context, 'socket')
    const program = startProgram(context, settings(discord, slack, 'socket'))
    await program.says(connected)
    await program.says('Discord is connected.')

    befall(slack)

    await expectDiscordAnswers(discord)
    expect(program.hasEnded()).toBe(false)
  })

  it('Slack that cannot be reached at the start leaves Discord as it is', async (context) => {
    const { discord, slack } = await startBoth(context, 'http')
    slack.faults.add({ times: 1_000, status: 503 })
    const program = startProgram(context, settings(discord, slack, 'http'))

    await program.says('"event":"cannot-connect"')
    await program.says('Discord is connected.')

    await expectDiscordAnswers(discord)
    program.signal('SIGTERM')
    expect(await program.end()).toBe(0)
  })

  it('Discord that refuses its token leaves Slack as it is', async (context) => {
    const { discord, slack } = await startBoth(context, 'socket')
    const program = startProgram(context, {
      ...settings(discord, slack, 'socket'),
      DISCORD_TOKEN: 'fake.other.token',
    })
    await program.says(connected)
    await program.says('"event":"platform-ended"')

    await untilAnswered([(await prepareRequest(slack, 'mention'))()])
    program.signal('SIGTERM')
    expect(await program.end()).toBe(2)
  })
})

async function startStandIn({ onTestFinished }: TestContext, mode: Mode): Promise<SlackStandIn> {
  const slack = await startSlackStandIn({ mode })
  onTestFinished(() => slack.close())
  return slack
}

async function startBoth(context: TestContext, mode: Mode) {
  const discord = await startDiscordStandIn()
  context.onTestFinished(() => discord.close())
  return { discord, slack: await startStandIn(context, mode) }
}

type Discord = Awaited<ReturnType<typeof startDiscordStandIn>>

function settings({ token, apiUrl }: Discord, slack: SlackStandIn, mode: Mode) {
  return { ...settingsFor(slack, mode), DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl }
}

function settingsFor({ botToken, appToken, signingSecret, apiUrl }: SlackStandIn, mode: Mode) {
  const way = mode === 'socket' ? { SLACK_APP_TOKEN: appToken } : { SLACK_SIGNING_SECRET: signingSecret, PORT: '0' }
  return { SLACK_BOT_TOKEN: botToken, SLACK_API_URL: apiUrl.replace(/\/$/, ''), ...way }
}

/** The program, connected; over HTTP the stand-in delivers to where it says that it listens. */
async function startConnected(context: TestContext, slack: SlackStandIn, mode: Mode): Promise<Program> {
  const program = startProgram(context, settingsFor(slack, mode))
  await program.says(connected)
  if (mode === 'http') {
    const [, port] = /arrive at http:\/\/127\.0\.0\.1:(\d+)\/slack\/events/.exec(program.written()) ?? []
    slack.deliverTo(Number(port))
  }
  return program
}

/** A port at which somebody else listens. */
async function takenPort({ onTestFinished }: TestContext): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

async function expectDiscordAnswers(discord: Discord): Promise<void> {
  const request = (await prepareDiscordRequest(discord, 'mention', { isUrgent: true }))()
  await until(request.isAnswered, 'an answer in Discord', 10_000)
}
