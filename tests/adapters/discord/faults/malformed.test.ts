import { describe, expect, it, type TestContext } from 'vitest'
import { type DiscordStandIn, startDiscordStandIn } from '../../../stand-ins/discord/discord-stand-in.ts'
import { startGoBetween } from '../../start-go-between.ts'
import { startProgram } from '../../start-program.ts'
import { until } from '../../until.ts'
import { command, type Fields, menuItem, message, press } from './payloads.ts'
import { prepareRequest } from './request.ts'

/** A word of somebody's; it must stand nowhere in what the program writes. */
const canary = 'zorblaxium'

const framing: readonly (string | Uint8Array)[] = [
  '{"op":0,',
  'null',
  '5',
  `"${canary}"`,
  '[]',
  '{}',
  new Uint8Array([1, 2, 3]),
  new TextEncoder().encode('{"op":11}'),
  '{"op":99,"d":null}',
  '{"op":0,"t":null,"s":null,"d":{}}',
  '{"op":0,"t":"SOMETHING_NEW","s":5,"d":{"a":1}}',
  '{"op":0,"t":"TYPING_START","s":"x","d":{}}',
]

/** Events of which the bot, or the library for it, reads something. */
const events = [
  'MESSAGE_CREATE',
  'MESSAGE_UPDATE',
  'MESSAGE_DELETE',
  'MESSAGE_DELETE_BULK',
  'INTERACTION_CREATE',
  'GUILD_CREATE',
  'GUILD_DELETE',
  'CHANNEL_CREATE',
  'CHANNEL_DELETE',
  'THREAD_CREATE',
  'USER_UPDATE',
] as const

/** What Discord can hardly mean, and of which the library itself makes an error that nobody can catch. */
const senseless = ['{"op":10,"d":null}', dispatch('error', canary), dispatch('__proto__', {})]

/**
 * In a process of its own, since what goes wrong here goes wrong inside of the library, where nobody could catch it, and
 * would end the process.
 */
describe.concurrent('the program outlives', { timeout: 60_000 }, () => {
  it.for([
    ['frames that are nothing', () => framing],
    [
      'events without their data',
      () => events.flatMap((event) => [null, {}, [], canary].map((d) => dispatch(event, d))),
    ],
    ['messages that lack a field', (discord: DiscordStandIn) => maimed('MESSAGE_CREATE', message(discord, canary))],
    [
      'commands, presses and menu items that lack a field',
      (discord: DiscordStandIn) =>
        [command, press, menuItem].flatMap((make) => maimed('INTERACTION_CREATE', make(discord, canary))),
    ],
  ] as const)('%s', async ([, framesFor], context) => {
    const { discord, goBetween, program } = await start(context)

    for (const frame of framesFor(discord)) goBetween.say(frame)

    const request = (await prepareRequest(discord, 'mention', { isUrgent: true }))()
    await until(() => request.isAnswered() || program.hasEnded(), 'an answer', 10_000)
    program.signal('SIGTERM')
    expect({ code: await program.end(), isAnswered: request.isAnswered() }).toEqual({ code: 0, isAnswered: true })
    expect(program.written()).not.toContain(canary)
  })

  it.for(senseless)('%s, or ends in order and says why', async (frame, context) => {
    const { discord, goBetween, program } = await start(context)

    goBetween.say(frame)

    const request = (await prepareRequest(discord, 'mention', { isUrgent: true }))()
    await until(() => request.isAnswered() || program.hasEnded(), 'an answer, or an end', 10_000)
    program.signal('SIGTERM')
    const code = await program.end()
    const hasSaidWhy = program.written().includes('"event":"fault"')
    // The answer may still have gone out while the frame ended the program.
    const outlived = request.isAnswered() && !hasSaidWhy
    expect({ code, hasSaidWhy }).toEqual(outlived ? { code: 0, hasSaidWhy: false } : { code: 1, hasSaidWhy: true })
    expect(program.written()).not.toContain(canary)
  })
})

/** The program, and what can say anything to it. */
async function start(context: TestContext) {
  const discord = await startDiscordStandIn()
  const goBetween = await startGoBetween(discord)
  context.onTestFinished(async () => {
    await goBetween.close()
    await discord.close()
  })
  const program = startProgram(context, { DISCORD_TOKEN: discord.token, DISCORD_API_URL: goBetween.apiUrl })
  await program.says('Discord is connected.')
  return { discord, goBetween, program }
}

function dispatch(event: string, data: unknown): string {
  return JSON.stringify({ op: 0, t: event, s: 2, d: data })
}

/** The event once without each of its fields and once with nothing in it, down to the fields of its data. */
function maimed(event: string, whole: Fields): readonly string[] {
  const { data } = whole
  const within =
    data === undefined ? [] : withoutEach(data as Fields).map((each) => Object.assign({}, whole, { data: each }))
  return [...withoutEach(whole), ...within].map((each: Fields) =>
    // Each is an event of its own, unless the id is what it lacks.
    dispatch(event, typeof each['id'] === 'string' ? { ...each, id: nextId() } : each),
  )
}

let last = 9_000
function nextId(): string {
  last += 1
  return String(last)
}

function withoutEach(whole: Fields): readonly Fields[] {
  return Object.keys(whole).flatMap((key) => {
    const { [key]: _, ...rest } = whole
    return [rest, { ...whole, [key]: null }]
  })
}
