import { describe, expect, it } from 'vitest'
import { PlatformRefused } from '../../../src/adapters/platform-refused.ts'
import { until } from '../until.ts'
import { disconnectFrame, eventEnvelope, type SocketServer } from './socket-server.ts'
import { prepareSocketTrial, startSocketTrial } from './socket-trial.ts'

describe.concurrent('start()', { timeout: 30_000 }, () => {
  it('resolves at the first hello', async (context) => {
    const { server, receiver, states } = await prepareSocketTrial(context)
    server.scriptLink({ helloAfterMs: 100 })

    await receiver.start()

    expect(server.links()).toHaveLength(1)
    expect(states).toEqual([['connecting'], ['ready']])
  })

  it.for([
    ['invalid_auth', 'not valid'],
    ['not_authed', 'not valid'],
    ['token_revoked', 'revoked'],
    ['token_expired', 'expired'],
    ['not_allowed_token_type', 'xapp-'],
    ['missing_scope', 'connections:write'],
    ['no_permission', 'admin'],
    ['account_inactive', 'switched off'],
    ['team_disabled', 'switched off'],
  ] as const)('rejects at %s with the setting and what to do', async ([code, words], context) => {
    const { server, receiver } = await prepareSocketTrial(context)
    server.scriptOpen({ body: { ok: false, error: code } })

    const refused = await receiver.start().catch((error: unknown) => error)

    expect(refused).toBeInstanceOf(PlatformRefused)
    expect(String(refused)).toContain(`(${code})`)
    expect(String(refused)).toContain('SLACK_APP_TOKEN')
    expect(String(refused)).toContain(words)
    expect(String(refused)).not.toContain('xapp-fake')
    expect(server.opens).toHaveLength(1)
  })

  it.for([
    ['HTTP 500', (server: SocketServer) => server.scriptOpen({ status: 500, body: 'oops' })],
    ['HTTP 429', (server: SocketServer) => server.scriptOpen({ status: 429, headers: { 'retry-after': '0' } })],
    ['429 without Retry-After', (server: SocketServer) => server.scriptOpen({ status: 429 })],
    ['a page in HTML', (server: SocketServer) => server.scriptOpen({ body: '<html></html>' })],
    ['no address', (server: SocketServer) => server.scriptOpen({ body: { ok: true } })],
    ['an address that is none', (server: SocketServer) => server.scriptOpen({ body: { ok: true, url: 'none' } })],
    ['an address of another kind', (server: SocketServer) => server.scriptOpen({ body: { ok: true, url: 7 } })],
    [
      'an address at which nobody is',
      (server: SocketServer) => server.scriptOpen({ body: { ok: true, url: 'ws://127.0.0.1:9/' } }),
    ],
    ['internal_error', (server: SocketServer) => server.scriptOpen({ body: { ok: false, error: 'internal_error' } })],
    ['an answer that never comes', (server: SocketServer) => server.scriptOpen({ hangs: true })],
    ['HTTP 409 at the handshake', (server: SocketServer) => server.scriptLink({ status: 409 })],
    ['HTTP 500 at the handshake', (server: SocketServer) => server.scriptLink({ status: 500 })],
    ['a handshake that never ends', (server: SocketServer) => server.scriptLink({ hangs: true })],
    ['no hello', (server: SocketServer) => server.scriptLink({ helloAfterMs: 'never' })],
  ] as const)('tries again after %s, and tells it once', async ([, befall], context) => {
    const { server, receiver, logged } = await prepareSocketTrial(context)
    befall(server)

    await receiver.start()

    expect(server.opens).toHaveLength(2)
    expect(server.links()).toHaveLength(1)
    expect(server.count()).toBe(1)
    expect(logged.map(([event]) => event)).toEqual(['cannot-connect'])
  })

  it('says that Socket Mode is switched off where that comes instead of a hello', async (context) => {
    const { server, receiver, states } = await prepareSocketTrial(context)
    server.scriptLink({ helloAfterMs: 'never' })

    const started = receiver.start()
    await until(() => server.count() === 1, 'the connection')
    for (const link of server.all()) link.send(disconnectFrame('link_disabled'))
    await started

    expect(states.map(([, reason]) => reason)).toContainEqual(expect.stringContaining('Socket Mode is switched off'))
  })

  it('waits ever longer between attempts', async (context) => {
    const { server, receiver } = await prepareSocketTrial(context)
    server.scriptOpen(...Array.from({ length: 4 }, () => ({ status: 503 })))

    await receiver.start()

    const gaps = server.opens.slice(1).map((at, number) => at - (server.opens[number] ?? 0))
    const least = [15, 30, 60, 75]
    expect(gaps.map((gap, number) => gap >= (least[number] ?? 0) - 2)).toEqual([true, true, true, true])
  })
})

/** What may be going on when the order to stop comes. */
const stages: readonly (readonly [
  name: string,
  prepare: (server: SocketServer) => void,
  isThere: (server: SocketServer) => boolean,
])[] = [
  ['apps.connections.open is asked', (server) => server.scriptOpen({ hangs: true }), ({ opens }) => opens.length === 1],
  ['the handshake goes on', (server) => server.scriptLink({ hangs: true }), ({ handshakes }) => handshakes() === 1],
  ['the hello is awaited', (server) => server.scriptLink({ helloAfterMs: 'never' }), ({ count }) => count() === 1],
  [
    'the next attempt is awaited',
    (server) => server.scriptOpen({ status: 500, headers: { 'retry-after': '60' } }),
    ({ opens }) => opens.length === 1,
  ],
]

describe.concurrent('stop()', { timeout: 30_000 }, () => {
  it.for(stages)('ends the start while %s', async ([, prepare, isThere], context) => {
    const { server, receiver } = await prepareSocketTrial(context)
    prepare(server)
    const started = receiver.start().then(
      () => 'started',
      () => 'ended',
    )
    await until(() => isThere(server), 'the stage')

    const since = performance.now()
    await receiver.stop()

    expect(await started).toBe('ended')
    expect(performance.now() - since).toBeLessThan(1_000)
    await until(() => server.count() === 0, 'no connection')
    expect(server.opens).toHaveLength(1)
  })

  it.for(stages)('ends the replacement of a connection while %s', async ([, prepare, isThere], context) => {
    const { server, receiver } = await startSocketTrial(context)
    prepare(server)
    const [opensBefore, handshakesBefore] = [server.opens.length, server.handshakes()]
    server.links()[0]?.terminate()
    const since = () => ({
      ...server,
      opens: server.opens.slice(opensBefore),
      handshakes: () => server.handshakes() - handshakesBefore,
    })
    await until(() => isThere(since()), 'the stage')

    await receiver.stop()

    await until(() => server.count() === 0, 'no connection')
    expect(since().opens).toHaveLength(1)
  })

  it('closes both connections of a refresh within a second, though the other side does nothing', async (context) => {
    const { server, receiver } = await startSocketTrial(context, { patience: { drainMs: 60_000, closeWithinMs: 800 } })
    server.links()[0]?.send(disconnectFrame('warning'))
    await until(() => server.links().length === 2, 'both connections')
    const closed = server.all().map((link) => server.freeze(link))

    const since = performance.now()
    await receiver.stop()

    expect(performance.now() - since).toBeLessThan(1_000)
    await Promise.all(closed)
  })

  it('takes nothing in from the first moment on', async (context) => {
    const { server, receiver, events } = await startSocketTrial(context)
    const [link] = server.links()

    const stopped = receiver.stop()
    link?.send(JSON.stringify({ envelope_id: 'late', ...eventEnvelope() }))
    await stopped

    expect(events).toEqual([])
    expect(server.acknowledged).toEqual([])
  })

  it('can be followed by another start', async (context) => {
    const { server, receiver, events } = await startSocketTrial(context)

    await receiver.stop()
    await receiver.start()
    server.deliver('after')
    await until(() => server.acknowledged.length === 1, 'an acknowledgement')

    expect(events).toHaveLength(1)
    await until(() => server.count() === 1, 'one connection alone')
  })

  it('is not needed for the signal to end all attempts, and leaves what is open to it', async (context) => {
    const { server, receiver, stopping } = await startSocketTrial(context)

    stopping.abort()
    server.links()[0]?.send(disconnectFrame('warning'))
    server.deliver('last')
    await until(() => server.acknowledged.length === 1, 'an acknowledgement')
    await receiver.stop()

    expect(server.opens).toHaveLength(1)
  })
})
