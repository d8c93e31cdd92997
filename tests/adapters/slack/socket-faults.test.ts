import { describe, expect, it } from 'vitest'
import type { WebSocket } from 'ws'
import { until } from '../until.ts'
import { disconnectFrame, eventEnvelope, type SocketServer, tcpOf } from './socket-server.ts'
import { startSocketTrial } from './socket-trial.ts'

type Fault = readonly [name: string, befall: (link: WebSocket, server: SocketServer) => void]

/** How a connection ends without a word. */
const ends: readonly Fault[] = [
  ['a close frame', (link) => link.close(1000)],
  ['a close frame with an unusual code', (link) => link.close(4321, 'whatever')],
  ['a reset', (link) => tcpOf(link).resetAndDestroy()],
  ['the end of the TCP connection', (link) => tcpOf(link).end()],
  ['a frame that breaks the protocol', (link) => tcpOf(link).write(Buffer.from([0xff, 0x7f]))],
  [
    'a close frame, with the TCP connection left open',
    (link) => {
      tcpOf(link).pause()
      tcpOf(link).write(Buffer.from([0x88, 0x02, 0x03, 0xe8]))
    },
  ],
  ['silence', (link) => void tcpOf(link).pause()],
  [
    'refusals at the next two handshakes, too',
    (link, server) => {
      server.scriptLink({ status: 409 }, { status: 500 })
      tcpOf(link).resetAndDestroy()
    },
  ],
  [
    'no hello on the next connection',
    (link, server) => {
      server.scriptLink({ helloAfterMs: 'never' })
      link.close(1000)
    },
  ],
  [
    'no handshake on the next connection',
    (link, server) => {
      server.scriptLink({ hangs: true })
      link.close(1000)
    },
  ],
  [
    'no end of bad answers to apps.connections.open',
    (link, server) => {
      server.scriptOpen({ status: 500, body: 'oops' }, { body: '<html>' }, { body: { ok: true } })
      server.scriptOpen({ body: { ok: true, url: 'no address' } }, { status: 429 }, { body: 'null' })
      link.close(1000)
    },
  ],
  [
    'invalid_auth, which Slack has by mistake at times',
    (link, server) => {
      server.scriptOpen({ body: { ok: false, error: 'invalid_auth' } })
      link.close(1000)
    },
  ],
]

describe.concurrent('a connection', { timeout: 30_000 }, () => {
  it.for(ends)(
    'that ends with %s is replaced, told once, and what was not acknowledged comes again',
    async ([, befall], context) => {
      const { server, events, states, logged } = await startSocketTrial(context, { patience: { pongWithinMs: 150 } })
      const [link] = server.links()
      if (link === undefined) throw new Error('There is no connection')

      befall(link, server)
      await until(() => states.length >= 3, 'the loss to be noticed')
      await until(() => states.at(-1)?.[0] === 'ready', 'the next connection', 10_000)
      server
        .links()
        .at(-1)
        ?.send(JSON.stringify({ envelope_id: 'after', ...eventEnvelope() }))
      await until(() => server.acknowledged.length === 1, 'an acknowledgement')

      expect(events).toHaveLength(1)
      expect(states.filter(([state]) => state === 'ready')).toHaveLength(2)
      expect(logged.filter(([event]) => event === 'socket-lost')).toHaveLength(1)
      expect(logged.filter(([event]) => event === 'cannot-connect').length).toBeLessThanOrEqual(1)
    },
  )

  it('told that Socket Mode is switched off says what to do, once, and comes back when it is on again', async (context) => {
    const { server, states, logged } = await startSocketTrial(context)
    const off = { helloAfterMs: 0, behind: disconnectFrame('link_disabled') }
    server.scriptOpen({}, { body: { ok: false, error: 'internal_error' } })
    server.scriptLink(off)

    server.links()[0]?.send(disconnectFrame('link_disabled'))
    await until(() => server.opens.length === 4 && states.at(-1)?.[0] === 'ready', 'the last connection')

    expect(states.map(([, reason]) => reason)).toContainEqual(expect.stringContaining('Socket Mode is switched off'))
    const told = logged.filter(([event]) => event === 'cannot-connect')
    expect(told.every(([, fields]) => fields?.reason?.includes('Socket Mode') ?? fields?.error !== undefined)).toBe(
      true,
    )
    expect((server.opens[1] ?? 0) - (server.opens[0] ?? 0)).toBeGreaterThan(55)
  })

  it('waits as long as Retry-After asks it to', async (context) => {
    const { server } = await startSocketTrial(context)
    server.scriptOpen({ status: 429, headers: { 'retry-after': '1' }, body: { ok: false, error: 'ratelimited' } })

    server.links()[0]?.close(1000)
    await until(() => server.opens.length === 3, 'two attempts')

    expect((server.opens[2] ?? 0) - (server.opens[1] ?? 0)).toBeGreaterThan(990)
  })

  it('says that the token is refused once, and by the name of its setting, while it goes on trying', async (context) => {
    const { server, logged, states } = await startSocketTrial(context)
    server.scriptOpen(...Array.from({ length: 4 }, () => ({ body: { ok: false, error: 'missing_scope' } })))

    server.links()[0]?.close(1000)
    await until(() => server.links().length === 1 && server.opens.length === 6, 'the last connection')

    expect(logged.filter(([event]) => event === 'cannot-connect')).toEqual([
      [
        'cannot-connect',
        expect.objectContaining({ reason: expect.stringContaining('SLACK_APP_TOKEN has no connections:write') }),
      ],
    ])
    expect(states.at(-2)?.[1]).toContain('SLACK_APP_TOKEN')
  })
})

describe.concurrent('a frame', () => {
  it.for([
    ['no JSON', '{"envelope_id":', undefined],
    ['JSON that is no object', '[1]', undefined],
    ['null', 'null', undefined],
    ['bytes', Buffer.from([1, 2, 3]), undefined],
    ['no type', '{}', undefined],
    ['a type that nobody knows', JSON.stringify({ type: 'new', envelope_id: 'odd', payload: {} }), 'odd'],
    [
      'a type that objects have of themselves',
      JSON.stringify({ type: 'toString', envelope_id: 'odd', payload: {} }),
      'odd',
    ],
    ['a type that the library uses inside', JSON.stringify({ type: 'close', envelope_id: 'odd', payload: {} }), 'odd'],
    ['no payload', JSON.stringify({ type: 'events_api', envelope_id: 'odd' }), 'odd'],
    ['an event without an inner event', JSON.stringify({ type: 'events_api', envelope_id: 'odd', payload: {} }), 'odd'],
    [
      'word that events were dropped',
      JSON.stringify({ type: 'events_api', envelope_id: 'odd', payload: { type: 'app_rate_limited' } }),
      'odd',
    ],
  ] as const)(
    'of %s harms nothing, is told, and is acknowledged where it waits for that',
    async ([, frame, id], context) => {
      const { server, events, logged } = await startSocketTrial(context)

      server.links()[0]?.send(frame)
      server.deliver('after')
      await until(
        () => events.length === 1 && server.acknowledged.length === (id === undefined ? 1 : 2),
        'the event behind it',
      )

      expect(server.acknowledged.map(({ envelope_id }) => envelope_id)).toEqual(
        id === undefined ? ['after'] : [id, 'after'],
      )
      expect(logged).toEqual([[expect.stringMatching(/^(frame-unusable|events-dropped)$/), { platform: 'slack' }]])
      expect(server.opens).toHaveLength(1)
    },
  )

  it('that is an envelope reaches Bolt with its body and its number of tries', async (context) => {
    const { server, events } = await startSocketTrial(context)

    server.deliver('again', { ...eventEnvelope(), retry_attempt: 2, retry_reason: 'timeout' })
    server.deliver('command', { type: 'slash_commands', payload: { command: '/ask', text: 'sleep' } })
    server.deliver('press', { type: 'interactive', payload: { type: 'block_actions', actions: [] } })
    await until(() => events.length === 3, 'all three')

    expect(
      events.map(({ body, retryNum, retryReason }) => [body['type'] ?? body['command'], retryNum, retryReason]),
    ).toEqual([
      ['event_callback', 2, 'timeout'],
      ['/ask', undefined, undefined],
      ['block_actions', undefined, undefined],
    ])
  })
})

describe.concurrent('an acknowledgement', () => {
  it('is sent once, with what Bolt gives to it', async (context) => {
    const responses = new Map<string, unknown>([
      ['words', 'some words'],
      ['view', { response_action: 'clear' }],
      ['nothing', undefined],
    ])
    const { server } = await startSocketTrial(context, {
      onEvent: async ({ ack, body }) => {
        await ack(responses.get(body['which']))
        await ack('a second time')
      },
    })

    for (const which of responses.keys()) server.deliver(which, { type: 'interactive', payload: { which } })
    await until(() => server.acknowledged.length >= 3, 'all three')
    server.deliver('last', { type: 'interactive', payload: { which: 'nothing' } })
    await until(() => server.acknowledged.some(({ envelope_id }) => envelope_id === 'last'), 'the one behind them')

    expect(server.acknowledged).toEqual([
      { envelope_id: 'words', payload: { text: 'some words' } },
      { envelope_id: 'view', payload: { response_action: 'clear' } },
      { envelope_id: 'nothing' },
      { envelope_id: 'last' },
    ])
  })

  it('that comes when the connection is gone rejects nothing, and is told', async (context) => {
    let acknowledged: Promise<void> | undefined
    let isFirst = true
    const { server, logged, events, states } = await startSocketTrial(context, {
      onEvent: async ({ ack }) => {
        if (!isFirst) return ack()
        isFirst = false
        await until(() => states.length >= 3, 'the loss')
        acknowledged = ack()
        await acknowledged
      },
    })

    server.deliver('lost')
    await until(() => events.length === 1, 'the event')
    tcpOf(server.links()[0]).resetAndDestroy()
    await until(() => server.acknowledged.length === 1, 'an acknowledgement of the second delivery')
    await until(() => acknowledged !== undefined, 'an acknowledgement of the first delivery')

    await expect(acknowledged).resolves.toBeUndefined()
    expect(logged.map(([event]) => event)).toContain('acknowledge-failed')
  })

  it('is not missed where Bolt fails, and the failure is told without its message', async (context) => {
    const { server, logged } = await startSocketTrial(context, {
      onEvent: () => Promise.reject(new Error('words of a person')),
    })

    server.deliver('first')
    await until(() => logged.length === 1, 'the failure to be told')

    expect(logged).toEqual([['event-failed', { platform: 'slack', error: expect.any(Error) }]])
    expect(server.acknowledged).toEqual([])
    expect(server.links()).toHaveLength(1)
  })
})
