import { connect } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createHttpServer } from '../../../src/adapters/http-server.ts'
import { createOperationsRoutes, type OperationsParts } from '../../../src/adapters/web/operations-routes.ts'
import type { WebEnv } from '../../../src/adapters/web/web-env.ts'
import { createHealth } from '../../../src/operations/health.ts'
import { createMetrics, type Metrics, type MetricsPage } from '../../../src/operations/metrics.ts'
import { readFigures, sumOf } from '../../operations/read-figures.ts'

describe('/healthz', () => {
  it('says that the program is alive, even where nothing is ready', async () => {
    const { ask, health } = await serve({ library: { documents: 0, sections: 0 } })
    health.report('discord', 'stopped')

    const reply = await ask('/healthz')

    expect([reply.status, await reply.json()]).toEqual([200, { status: 'alive' }])
    expect(reply.headers.get('cache-control')).toBe('no-store')
  })
})

describe('/readyz', () => {
  it('says 200 where everything is ready, with what is served', async () => {
    const { ask, health } = await serve()
    health.report('discord', 'ready')

    const reply = await ask('/readyz')

    expect([reply.status, await reply.json()]).toEqual([
      200,
      {
        ready: true,
        platforms: { discord: { state: 'ready', since: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) } },
        documents: 2,
        sections: 17,
      },
    ])
    expect(reply.headers.get('cache-control')).toBe('no-store')
  })

  it('says 503 and why where something is not', async () => {
    const { ask, health } = await serve()
    health.report('slack', 'stopped', 'the app was removed')

    const reply = await ask('/readyz')

    expect(reply.status).toBe(503)
    expect(await reply.json()).toMatchObject({
      ready: false,
      platforms: { slack: { state: 'stopped', reason: 'the app was removed' } },
    })
  })

  it('says 503 where there is nothing to answer from', async () => {
    const { ask } = await serve({ library: { documents: 0, sections: 0 } })

    expect((await ask('/readyz')).status).toBe(503)
  })

  it('says 200 while a platform reconnects', async () => {
    const { ask, health } = await serve()
    health.report('discord', 'ready')
    health.report('discord', 'connecting', 'reconnecting')

    expect((await ask('/readyz')).status).toBe(200)
  })
})

describe('/metrics', () => {
  it('gives the figures to a program on this machine', async () => {
    const { ask, metrics } = await serve()
    metrics.heldBack('web')

    const reply = await ask('/metrics')

    const figures = readFigures(await reply.text())
    expect(reply.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(reply.headers.get('cache-control')).toBe('no-store')
    expect(sumOf(figures, 'pamphlet_questions_held_back_total', { platform: 'web' })).toBe(1)
    expect(sumOf(figures, 'pamphlet_index_documents')).toBe(2)
    expect(sumOf(figures, 'pamphlet_index_sections')).toBe(17)
  })

  it.each(['Forwarded', 'X-Forwarded-For', 'X-Real-IP', 'Via'])(
    'is not found by what comes through a proxy that says so by %s, whatever it says',
    async (name) => {
      const { ask } = await serve()

      const replies = await Promise.all(['127.0.0.1', 'for=127.0.0.1', ''].map((of) => ask('/metrics', { [name]: of })))

      expect(replies.map(({ status }) => status)).toEqual([404, 404, 404])
      expect(await replies[0]?.text()).toBe('calm page')
    },
  )

  it.each([
    ['127.0.0.1', 200],
    ['127.8.9.10', 200],
    ['::1', 200],
    ['::ffff:127.0.0.1', 200],
    ['192.0.2.7', 404],
    ['10.0.0.1', 404],
    ['::ffff:192.0.2.7', 404],
    ['2001:db8::1', 404],
    ['fe80::127.0.0.1', 404],
    ['1.127.0.0', 404],
    ['127.0.0.1.example', 404],
    // The connection is over.
    [undefined, 404],
  ])('is asked for from %s with status %s', async (remoteAddress, status) => {
    const routes = createOperationsRoutes(createParts())
    const bindings = { incoming: { socket: { remoteAddress } } } as unknown as HttpBindings

    expect((await routes.request('/metrics', {}, bindings)).status).toBe(status)
  })

  it.each(['chat.clinic.example', 'localhost.example'])('is not given under the name %s', async (host) => {
    const routes = createOperationsRoutes(createParts())
    const bindings = { incoming: { socket: { remoteAddress: '127.0.0.1' } } } as unknown as HttpBindings

    expect((await routes.request(`http://${host}/metrics`, {}, bindings)).status).toBe(404)
  })

  it('is for nobody where a proxy stands before the program', async () => {
    const { ask } = await serve({ metricsFor: 'nobody' })

    expect((await ask('/metrics')).status).toBe(404)
  })

  it('is for everybody where the operator has said so', async () => {
    const { ask } = await serve({ metricsFor: 'all' })

    const reply = await ask('/metrics', { 'x-forwarded-for': '192.0.2.7' })

    expect(reply.status).toBe(200)
    expect(await reply.text()).toContain('pamphlet_answers_total')
  })
})

it.each(['/healthz', '/readyz', '/metrics'])(
  '%s answers a check that names no host, as HTTP/1.0 lets it',
  async (path) => {
    const { address } = await serve()
    const { hostname, port } = new URL(address)
    const socket = connect(Number(port), hostname)
    socket.end(`GET ${path} HTTP/1.0\r\n\r\n`)

    expect(await readText(socket)).toMatch(/^HTTP\/1\.1 200 /)
  },
)

function createParts(): OperationsParts & { readonly metrics: Metrics & MetricsPage } {
  return {
    health: createHealth(),
    metrics: createMetrics(),
    library: { documents: 2, sections: 17 },
    metricsFor: 'this-machine',
  }
}

/** The routes below an app with an error page of its own, on a server. */
async function serve(changed: Pick<Partial<OperationsParts>, 'library' | 'metricsFor'> = {}) {
  const parts = { ...createParts(), ...changed }
  const app = new Hono<WebEnv>().route('/', createOperationsRoutes(parts))
  app.notFound((context) => context.text('calm page', 404))
  const silent = { info: () => {}, warn: () => {}, error: () => {} }
  const http = createHttpServer({ host: '127.0.0.1', port: 0, log: silent })
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  http.handleRest((request, response) => void listener(request, response))
  const address = await http.listen()
  onTestFinished(() => http.close())
  const ask = (path: string, headers: Readonly<Record<string, string>> = {}) => fetch(`${address}${path}`, { headers })
  return { address, ask, health: parts.health, metrics: parts.metrics }
}
