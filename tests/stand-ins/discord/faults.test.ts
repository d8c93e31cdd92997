import type { Client } from 'discord.js'
import { describe, it } from 'vitest'
import { createClient, startConnected } from './connect-client.ts'
import { type DiscordStandIn, startDiscordStandIn } from './discord-stand-in.ts'
import type { FaultKind } from './faults.ts'

describe.concurrent('faults at the stand-in', () => {
  it.for<readonly [string, FaultKind, number]>([
    ['a 500 before it has an effect', { kind: 'status', status: 500 }, 1],
    ['a 500 after it had its effect', { kind: 'status', status: 500, when: 'after' }, 2],
    ['a page of a gateway', { kind: 'html', status: 502 }, 1],
    ['a reset before it has an effect', { kind: 'reset' }, 1],
    ['a reset after it had its effect', { kind: 'reset', when: 'after' }, 2],
    ['a delay', { kind: 'delay', ms: 30 }, 1],
    ['a delay of the answer', { kind: 'delay', ms: 30, when: 'after' }, 1],
  ])(
    'let a client that tries again after %s post as often as it would',
    async ([, fault, posted], { expect, onTestFinished }) => {
      const { standIn, client } = await startConnected(onTestFinished)
      const { hits } = standIn.faults.add({ match: { method: 'POST', path: /^\/channels\/\d+\/messages$/ }, ...fault })

      await post(client, standIn)

      expect(hits()).toBe(1)
      expect(standIn.visible(standIn.channel.id)).toHaveLength(posted)
    },
  )

  it.for([401, 403, 404])('can be a refusal with %d and any code', async (status, { expect, onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)
    standIn.faults.add({ match: {}, kind: 'status', status, code: 99 })

    await expect(post(client, standIn)).rejects.toMatchObject({ status, code: 99 })

    expect(standIn.requests.at(-1)?.status).toBe(status)
    expect(standIn.visible(standIn.channel.id)).toEqual([])
  })

  it.for(['route', 'global', 'shared', 'cloudflare'] as const)(
    'can be a rate limit (%s), which a patient client waits for',
    async (scope, { expect, onTestFinished }) => {
      const { standIn, client } = await startConnected(onTestFinished)
      standIn.faults.add({ match: {}, kind: 'rate-limit', scope, retryAfterMs: 300 })

      await post(client, standIn)

      const [first = 0, second = 0] = standIn.requests.slice(-2).map(({ at }) => at)
      expect(second - first).toBeGreaterThan(290)
      expect(standIn.earlyRetries).toEqual([])
      expect(standIn.visible(standIn.channel.id)).toHaveLength(1)
    },
  )

  it.for([
    ['route', 'the same', true],
    ['route', 'a later other', false],
    ['global', 'a later other', true],
    ['global', 'another', false],
    ['cloudflare', 'a later other', true],
  ] as const)(
    'notes who does not wait for a limit (%s) before %s request',
    async ([scope, which, noted], { expect, onTestFinished }) => {
      const standIn = await startDiscordStandIn()
      onTestFinished(() => standIn.close())
      standIn.faults.add({ match: {}, kind: 'rate-limit', scope, retryAfterMs: 5_000 })
      await request(standIn, '/users/@me')
      // Another request that comes at once may have been under way; the same one cannot.
      if (which === 'a later other') await standIn.quiet(60)

      await request(standIn, which === 'the same' ? '/users/@me' : '/applications/@me')

      expect(standIn.earlyRetries.map((each) => each.scope)).toEqual(noted ? [scope] : [])
    },
  )

  it('can be silence or half an answer, and end where they are cleared', async ({ expect, onTestFinished }) => {
    const { standIn } = await startConnected(onTestFinished)
    const client = createClient(standIn.apiUrl, { rest: { api: standIn.apiUrl, timeout: 100, retries: 0 } })
    client.rest.setToken(standIn.token)
    standIn.faults.add({ match: {}, kind: 'silence' })
    standIn.faults.add({ match: {}, kind: 'truncated' })
    standIn.faults.add({ match: {}, kind: 'silence', when: 'after', times: 9 })

    await expect(post(client, standIn)).rejects.toThrow('aborted')
    await expect(post(client, standIn)).rejects.toThrow('other side closed')
    await expect(post(client, standIn)).rejects.toThrow('aborted')
    standIn.faults.clear()
    await post(client, standIn)

    expect(standIn.visible(standIn.channel.id)).toHaveLength(3)
  })

  it('are not needed for real limits, which a client learns from the headers', async ({ expect, onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished, { rateLimits: true })

    await Promise.all(Array.from({ length: 6 }, () => client.rest.post(`/channels/${standIn.channel.id}/typing`)))

    const statuses = standIn.requests.filter(({ path }) => path.endsWith('/typing')).map(({ status }) => status)
    expect(statuses).toEqual([204, 204, 204, 204, 204, 204])
    const [first, last] = [standIn.requests.at(-6), standIn.requests.at(-1)]
    expect((last?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(4_900)
  })

  it('are not needed for a sixth request at once to be one too many', async ({ expect, onTestFinished }) => {
    const standIn = await startDiscordStandIn({ rateLimits: true })
    onTestFinished(() => standIn.close())
    const type = () => request(standIn, `/channels/${standIn.channel.id}/typing`, 'POST')

    const statuses = (await Promise.all(Array.from({ length: 6 }, type))).map(({ status }) => status)

    expect(statuses.filter((status) => status === 429)).toHaveLength(1)
    expect(standIn.earlyRetries).toEqual([])
    expect((await type()).headers.get('retry-after')).toBe('5')
    expect(standIn.earlyRetries).toHaveLength(1)
  })
})

function post(client: Client, { channel }: DiscordStandIn): Promise<unknown> {
  return client.rest.post(`/channels/${channel.id}/messages`, { body: { content: 'Hello.' } })
}

function request({ apiUrl, token }: DiscordStandIn, path: string, method = 'GET'): Promise<Response> {
  return fetch(`${apiUrl}/v10${path}`, { method, headers: { authorization: `Bot ${token}` } })
}
