import { once } from 'node:events'
import { type Client, Events, GatewayIntentBits } from 'discord.js'
import { describe, it } from 'vitest'
import { createClient, startConnected } from './connect-client.ts'
import { type DiscordStandIn, startDiscordStandIn } from './discord-stand-in.ts'

describe.concurrent('the gateway of the stand-in', () => {
  it.for([
    ['the line is cut', (standIn: DiscordStandIn) => standIn.gateway.cut()],
    ['it is asked to reconnect', (standIn: DiscordStandIn) => standIn.gateway.reconnect()],
    ['its session is invalid but may be resumed', (standIn: DiscordStandIn) => standIn.gateway.invalidate(true)],
    ['nobody answers its heartbeats', (standIn: DiscordStandIn) => standIn.gateway.stopAcknowledging()],
    ...[4000, 4001, 4002, 4009].map((code) => closing(code)),
    [
      'it is turned away at first',
      (standIn: DiscordStandIn) => {
        standIn.gateway.turnAway(1)
        standIn.gateway.cut()
      },
    ],
  ] as const)('gives a client what it missed when %s', async ([, disturb], { expect, onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished, { heartbeatMs: 200 })
    const heard = contentsHeard(client)
    const author = standIn.addPerson()

    disturb(standIn)
    await standIn.until(() => !standIn.gateway.isConnected(), "the end of the session's connection")
    standIn.say({ channel: standIn.channel, author, content: `<@${standIn.bot.id}> meanwhile` })
    await standIn.until(() => standIn.gateway.isConnected(), 'a resume')

    await expect.poll(() => heard).toEqual([`<@${standIn.bot.id}> meanwhile`])
    expect(standIn.gateway.identifies).toHaveLength(1)
    expect(standIn.gateway.resumes.length).toBeGreaterThanOrEqual(1)
  })

  it.for([
    ['its session is invalid', (standIn: DiscordStandIn) => standIn.gateway.invalidate(false)],
    [
      'its number is',
      (standIn: DiscordStandIn) => {
        standIn.gateway.refuse('resume', { close: 4007 })
        standIn.gateway.cut()
      },
    ],
    [
      'the session is gone',
      (standIn: DiscordStandIn) => {
        standIn.gateway.refuse('resume', { invalidSession: false })
        standIn.gateway.cut()
      },
    ],
    ...[1000, 4003, 4005, 4007, 4008].map((code) => closing(code)),
  ] as const)('begins a new session with a client when %s', async ([, disturb], { expect, onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)
    const readyAgain = once(client, Events.ShardReady)

    disturb(standIn)

    await readyAgain
    expect(standIn.gateway.identifies).toHaveLength(2)
    expect(standIn.gateway.connections.at(-1)?.path).toMatch(/^\/gateway\?v=10/)
  })

  it('sends a resuming client to the address for that', async ({ expect, onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)

    standIn.gateway.cut()

    await once(client, Events.ShardResume)
    expect(standIn.gateway.connections.map(({ path }) => path.split('?')[0])).toEqual(['/gateway', '/gateway/resume'])
  })

  it.for([4004, 4010, 4011, 4012, 4013, 4014])('ends for good with %d', async (code, { expect, onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)
    const ended = once(client, Events.ShardDisconnect)

    standIn.gateway.close(code)

    expect(await ended).toMatchObject([{ code }, 0])
  })

  it('sends events twice, or late and in another order, when it is told to', async ({ expect, onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)
    const heard: string[] = []
    client.on(Events.Raw, ({ t, d }: { readonly t: string; readonly d: { readonly content: string } }) => {
      if (t === 'MESSAGE_CREATE') heard.push(d.content)
    })
    const author = standIn.addPerson()
    const say = (text: string) => standIn.say({ channel: standIn.directMessages(author), author, content: text })

    standIn.gateway.duplicate(1)
    say('twice')
    standIn.gateway.hold()
    say('second')
    say('first')
    standIn.gateway.release('reversed')

    await expect.poll(() => heard).toEqual(['twice', 'twice', 'first', 'second'])
  })

  it('sends a client only what it asked to hear', async ({ expect, onTestFinished }) => {
    const standIn = await startDiscordStandIn()
    onTestFinished(() => standIn.close())
    const client = createClient(standIn.apiUrl, { intents: [GatewayIntentBits.Guilds] })
    onTestFinished(() => client.destroy())
    const heard: string[] = []
    client.on(Events.Raw, ({ t }: { readonly t: string }) => heard.push(t))
    await client.login(standIn.token)
    await expect.poll(() => client.isReady()).toBe(true)

    standIn.say({ channel: standIn.channel, author: standIn.addPerson(), content: `<@${standIn.bot.id}> hello` })
    standIn.addGuild()

    await expect.poll(() => heard).toEqual(['READY', 'GUILD_CREATE', 'GUILD_CREATE'])
  })
})

function contentsHeard(client: Client): readonly string[] {
  const heard: string[] = []
  client.on(Events.MessageCreate, ({ content }) => heard.push(content))
  return heard
}

/** A case in which the gateway closes with a code. */
function closing(code: number): readonly [string, (standIn: DiscordStandIn) => void] {
  return [`it is closed with ${code}`, ({ gateway }) => gateway.close(code)]
}
