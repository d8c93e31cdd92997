import { once } from 'node:events'
import { describe, expect, it, type TestContext } from 'vitest'
import { WebSocket } from 'ws'
import { startConnected } from './connect-app.ts'
import { type Heard, hearAll } from './hear-all.ts'
import { type SlackStandIn, type StandInOptions, startSlackStandIn } from './slack-stand-in.ts'

type OnFinished = TestContext['onTestFinished']
type Frame = {
  readonly type: string
  readonly reason?: string
  readonly envelope_id?: string
  readonly retry_attempt?: number
}

/** A bare connection, its frames written down; acknowledges nothing by itself. */
async function connect(standIn: SlackStandIn): Promise<{ readonly socket: WebSocket; readonly frames: Frame[] }> {
  const response = await fetch(`${standIn.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${standIn.appToken}` },
  })
  const { url } = (await response.json()) as { readonly url: string }
  const socket = new WebSocket(url)
  const frames: Frame[] = []
  socket.on('error', () => {})
  socket.on('message', (data: Buffer, isBinary) => {
    frames.push(isBinary ? { type: 'binary' } : (JSON.parse(data.toString()) as Frame))
  })
  return { socket, frames }
}

async function start(
  onFinished: OnFinished,
  options?: StandInOptions,
): Promise<{ readonly standIn: SlackStandIn; readonly socket: WebSocket; readonly frames: Frame[] }> {
  const standIn = await startSlackStandIn(options)
  onFinished(() => standIn.close())
  const connection = await connect(standIn)
  await expect.poll(() => connection.frames.map(({ type }) => type)).toEqual(['hello'])
  return { standIn, ...connection }
}

describe('Socket Mode', () => {
  it('refreshes: a warning, a request, and then the end', async ({ onTestFinished }) => {
    const { standIn, socket, frames } = await start(onTestFinished)
    const closed = once(socket, 'close')

    const refreshed = standIn.socket.refresh({ warningMs: 30 })
    standIn.addPerson().opensHome()
    await Promise.all([refreshed, closed])

    expect(frames.map(({ type, reason }) => reason || type)).toEqual([
      'hello',
      'warning',
      'events_api',
      'refresh_requested',
    ])
    expect(standIn.socket.open()).toBe(0)
    expect(standIn.socket.mostOpen()).toBe(1)
  })

  it('delivers to all connections in turn, and again where one goes away', async ({ onTestFinished }) => {
    const { standIn, socket, frames } = await start(onTestFinished)
    const second = await connect(standIn)
    await expect.poll(() => second.frames).toHaveLength(1)

    const person = standIn.addPerson()
    person.opensHome()
    person.opensMessages()
    await expect.poll(() => [frames.length, second.frames.length]).toEqual([2, 2])
    socket.terminate()

    await expect.poll(() => second.frames[2]).toMatchObject({ type: 'events_api', retry_attempt: 1 })
    expect(standIn.deliveries.map((each) => each.attempts())).toEqual([2, 1])
  })

  it('keeps deliveries for the next connection', async ({ onTestFinished }) => {
    const { standIn } = await start(onTestFinished)
    standIn.socket.drop()
    await standIn.until(() => standIn.socket.open() === 0, 'the end of the connection')

    standIn.addPerson().opensHome()
    const { frames } = await connect(standIn)

    await expect.poll(() => frames.map(({ type }) => type)).toEqual(['hello', 'events_api'])
  })

  it('takes acknowledgements only where it delivered', async ({ onTestFinished }) => {
    const { standIn, frames } = await start(onTestFinished)
    const delivery = standIn.addPerson().opensHome()
    await expect.poll(() => frames).toHaveLength(2)
    const other = await connect(standIn)
    await once(other.socket, 'open')

    other.socket.send(JSON.stringify({ envelope_id: delivery.id }))
    other.socket.send(JSON.stringify({ envelope_id: 'unheard-of' }))

    await expect.poll(() => standIn.problems).toHaveLength(2)
    expect(standIn.acknowledgements).toEqual([])
  })

  it('falls silent, and neither hears nor says anything', async ({ onTestFinished }) => {
    const { standIn, socket, frames } = await start(onTestFinished, { acknowledgeMs: 20 })
    const pongs: unknown[] = []
    socket.on('pong', (data) => pongs.push(data))
    socket.ping()
    await expect.poll(() => pongs).toHaveLength(1)

    standIn.socket.silence()
    socket.ping()
    const delivery = standIn.addPerson().opensHome()

    await standIn.until(() => delivery.failure() === 'timeout', 'the end')
    expect([pongs.length, frames.length]).toEqual([1, 1])
  })

  it('says anything, refuses upgrades and holds back hellos', async ({ onTestFinished }) => {
    const { standIn, socket, frames } = await start(onTestFinished)

    standIn.socket.sendRaw(Buffer.from('binary'))
    standIn.socket.disconnect('link_disabled')
    await expect.poll(() => frames.slice(1)).toMatchObject([{ type: 'binary' }, { reason: 'link_disabled' }])
    standIn.socket.close(1008)
    const [code] = (await once(socket, 'close')) as [number]
    expect(code).toBe(1008)

    standIn.socket.refuseUpgrades(503)
    const refused = await connect(standIn)
    const [error] = (await once(refused.socket, 'error')) as [Error]
    expect(error.message).toBe('Unexpected server response: 503')

    standIn.socket.holdHello()
    const held = await connect(standIn)
    await once(held.socket, 'open')
    standIn.addPerson().opensHome()
    expect(held.frames).toEqual([])
    standIn.socket.releaseHello()
    await expect.poll(() => held.frames.map(({ type }) => type)).toEqual(['hello', 'events_api'])
  })

  it('is rejoined by a real client after a drop', async ({ onTestFinished }) => {
    const heard: Heard[] = []
    const { standIn } = await startConnected(onTestFinished, hearAll(heard))

    standIn.socket.drop()
    await standIn.until(() => standIn.socket.connections() === 2, 'a second connection')
    standIn.addPerson().opensHome()

    await expect.poll(() => heard).toHaveLength(1)
  })
})
