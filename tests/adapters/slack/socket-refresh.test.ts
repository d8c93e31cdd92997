import { setInterval, setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { socketPatience } from '../../../src/adapters/slack/socket-patience.ts'
import { until } from '../until.ts'
import { disconnectFrame } from './socket-server.ts'
import { type SocketTrial, startSocketTrial } from './socket-trial.ts'

describe.concurrent('a refresh', { timeout: 30_000 }, () => {
  it.for([
    ['warned of, with the end 150 ms later', 'warning', 150],
    ['with the end at once', 'refresh_requested', 0],
    ['for a reason that nobody knows', 'something_new', 50],
  ] as const)(
    '%s loses nothing and delays nothing under 20 events a second',
    async ([, reason, endAfterMs], context) => {
      const trial = await startSocketTrial(context, { patience: socketPatience })
      const { server, events } = trial
      const rotations = 5
      const ids = Array.from({ length: rotations * 16 }, (_, number) => `envelope-${number}`)

      let number = 0
      for await (const _ of setInterval(50)) {
        const id = ids[number]
        if (id === undefined) break
        server.deliver(id)
        if (number % 16 === 8) void refresh(trial, reason, endAfterMs)
        number += 1
      }
      await until(() => server.acknowledged.length >= ids.length, 'all acknowledgements')

      expect(server.acknowledged.map(({ envelope_id }) => envelope_id)).toEqual(ids)
      expect(events).toHaveLength(ids.length)
      expect(server.opens).toHaveLength(1 + rotations)
      expect(server.mostAtOnce()).toBeLessThanOrEqual(2)
      expect(server.longestWait()).toBeLessThan(1_000)
      expect(trial.logged.filter(([event]) => event === 'socket-refresh')).toHaveLength(rotations)
    },
  )

  it('with a warning alone leaves the old connection in use until its time is over', async (context) => {
    const { server, events, states } = await startSocketTrial(context)
    const [old] = server.links()

    old?.send(disconnectFrame('warning'))
    await until(() => server.links().length === 2, 'the next connection')
    old?.send(JSON.stringify({ envelope_id: 'late', type: 'slash_commands', payload: { command: '/ask' } }))
    await until(() => server.acknowledged.length === 1, 'an acknowledgement')

    expect(events).toHaveLength(1)
    await until(() => server.links().length === 1, 'the end of the old connection')
    expect(server.links()).not.toContain(old)
    expect(states).toEqual([['connecting'], ['ready']])
  })

  it('is acknowledged over the connection that brought the envelope', async (context) => {
    const { server, events } = await startSocketTrial(context, { onEvent: () => Promise.resolve() })
    const [old] = server.links()
    const heard: string[] = []
    old?.on('message', (data: Buffer) => void heard.push(data.toString()))
    server.deliver('first')

    old?.send(disconnectFrame('warning'))
    await until(() => server.links().length === 2, 'the next connection')
    await events[0]?.ack()
    await until(() => server.acknowledged.length === 1, 'an acknowledgement')

    expect(heard).toEqual([JSON.stringify({ envelope_id: 'first' })])
  })

  it('announced again and again brings one connection at a time, and never a third', async (context) => {
    const { server } = await startSocketTrial(context)

    const rotate = async () => {
      const newest = server.links().at(-1)
      for (let time = 0; time < 3; time += 1) newest?.send(disconnectFrame('warning'))
      await until(() => server.links().at(-1) !== newest && server.count() > 0, 'the next connection')
    }
    await rotate().then(rotate).then(rotate).then(rotate)

    expect(server.opens).toHaveLength(5)
    expect(server.mostAtOnce()).toBe(2)
  })

  it('together with each hello does not spin', async (context) => {
    const { server } = await startSocketTrial(context, { patience: { maxAtOnce: 5, firstAgainMs: 10_000 } })
    server.scriptLink(...Array.from({ length: 100 }, () => ({ behind: disconnectFrame('refresh_requested') })))

    server.links()[0]?.send(disconnectFrame('refresh_requested'))
    await until(() => server.opens.length === 5, 'as many as may be at once')
    await wait(200)

    expect(server.opens).toHaveLength(5)
  })
})

async function refresh({ server }: SocketTrial, reason: string, endAfterMs: number): Promise<void> {
  const old = server.links().at(-1)
  old?.send(disconnectFrame(reason))
  if (endAfterMs > 0) await wait(endAfterMs)
  old?.close(1000)
}
