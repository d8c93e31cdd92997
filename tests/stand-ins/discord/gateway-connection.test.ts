import { once } from 'node:events'
import { connect } from 'node:net'
import { GatewayIntentBits } from 'discord.js'
import { describe, it } from 'vitest'
import { WebSocket } from 'ws'
import { connectClient } from './connect-client.ts'
import { type DiscordStandIn, startDiscordStandIn } from './discord-stand-in.ts'

describe.concurrent('a connection to the gateway of the stand-in', () => {
  it.for([
    ['a wrong token', 4004, { token: 'other' }],
    ['intents that nobody gave it', 4014, { intents: GatewayIntentBits.MessageContent }],
    ['intents that do not exist', 4013, { intents: 1 << 30 }],
    ['a refusal on demand', 4011, {}],
  ] as const)('refuses %s with %d', async ([, code, identify], { expect, onTestFinished }) => {
    const { standIn, socket } = await connectRaw(onTestFinished)
    if (code === 4011) standIn.gateway.refuse('identify', { close: 4011 })
    const closed = once(socket, 'close')

    socket.send(JSON.stringify({ op: 2, d: { token: standIn.token, intents: 0, ...identify } }))

    expect((await closed)[0]).toBe(code)
    expect(standIn.gateway.identifies).toHaveLength(1)
  })

  it.for([
    ['what is no JSON', 4002, ['{']],
    ['what does not exist', 4001, ['{"op":99}']],
    ['a presence before a session', 4003, ['{"op":3,"d":{}}']],
    ['a hundred and twenty-one things in a minute', 4008, Array.from({ length: 121 }, () => '{"op":1,"d":null}')],
  ] as const)('closes on who sends %s with %d', async ([, code, frames], { expect, onTestFinished }) => {
    const { socket } = await connectRaw(onTestFinished)
    const closed = once(socket, 'close')

    for (const frame of frames) socket.send(frame)

    expect((await closed)[0]).toBe(code)
  })

  it('that is closed with 1000 ends its session', async ({ expect, onTestFinished }) => {
    const { standIn, socket } = await connectRaw(onTestFinished)
    socket.send(JSON.stringify({ op: 2, d: { token: standIn.token, intents: 0 } }))
    const ready = read(await once(socket, 'message'))
    socket.close(1000)
    await once(socket, 'close')
    const next = new WebSocket(`${ready.d.resume_gateway_url}?v=10`)
    await once(next, 'message')

    next.send(JSON.stringify({ op: 6, d: { token: standIn.token, session_id: ready.d.session_id, seq: 1 } }))

    expect(read(await once(next, 'message'))).toMatchObject({ op: 9, d: false })
  })

  it('is turned away as often as it is told to', async ({ expect, onTestFinished }) => {
    const standIn = await startDiscordStandIn()
    onTestFinished(() => standIn.close())
    standIn.gateway.turnAway(1)

    const [error] = await once(new WebSocket(addressOf(standIn)), 'error').catch((reason: unknown) => [reason])
    await once(new WebSocket(addressOf(standIn)), 'message')

    expect(String(error)).toContain('503')
    expect(standIn.gateway.connections).toHaveLength(2)
  })

  it('may be reset by whoever is turned away', async ({ expect, onTestFinished }) => {
    const standIn = await startDiscordStandIn()
    onTestFinished(() => standIn.close())
    standIn.gateway.turnAway(1)
    const { hostname, port, pathname } = new URL(addressOf(standIn))
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')

    socket.write(`GET ${pathname}?v=10 HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)
    await standIn.until(() => standIn.gateway.connections.length > 0, 'an attempt to connect')
    socket.resetAndDestroy()
    // Whoever comes next is served after the reset was noticed.
    await once(new WebSocket(addressOf(standIn)), 'message')

    expect(standIn.gateway.connections).toHaveLength(2)
  })

  it('is deaf and dumb on a half-open line', async ({ expect, onTestFinished }) => {
    const { standIn, socket } = await connectRaw(onTestFinished)
    const heard: string[] = []
    socket.on('message', (data: Buffer) => heard.push(data.toString()))
    socket.send('{"op":1,"d":null}')
    await expect.poll(() => heard).toHaveLength(1)

    standIn.gateway.freeze()
    socket.send('{"op":1,"d":null}')
    standIn.gateway.askForHeartbeat()
    const other = await connectClient(standIn, onTestFinished)

    expect(other.isReady()).toBe(true)
    expect(heard).toHaveLength(1)
    expect(standIn.gateway.sends.filter(({ op }) => op === 1)).toHaveLength(1)
    expect(socket.readyState).toBe(WebSocket.OPEN)
  })
})

async function connectRaw(onFinished: (end: () => Promise<void>) => void) {
  const standIn = await startDiscordStandIn()
  onFinished(() => standIn.close())
  const socket = new WebSocket(addressOf(standIn))
  await once(socket, 'message')
  return { standIn, socket }
}

function addressOf({ apiUrl }: DiscordStandIn): string {
  return `${apiUrl.replace('http', 'ws').replace('/api', '/gateway')}?v=10&encoding=json`
}

type Heard = { readonly op: number; readonly d: { readonly resume_gateway_url: string; readonly session_id: string } }

function read([data]: readonly unknown[]): Heard {
  return JSON.parse(String(data)) as Heard
}
