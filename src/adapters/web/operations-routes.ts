import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono } from 'hono'
import type { Health } from '../../operations/health.ts'
import type { LibrarySize, MetricsPage } from '../../operations/metrics.ts'
import { readReadiness } from '../../operations/readiness.ts'
import { isLoopback } from '../is-loopback.ts'
import type { WebContext, WebEnv } from './web-env.ts'

export type OperationsParts = {
  readonly health: Health
  readonly metrics: MetricsPage
  readonly library: LibrarySize
  /** For whom the figures are; with a proxy before the program every request seems to come from this machine. */
  readonly metricsFor: 'all' | 'this-machine' | 'nobody'
}

/** What proxies put into a request that comes from elsewhere. */
const forwardedBy = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'cf-connecting-ip',
  'via',
] as const

/** Creates the addresses for supervisors and scrapers: is it alive, can it serve, and the figures. */
export function createOperationsRoutes(parts: OperationsParts): Hono<WebEnv> {
  const { health, metrics, library, metricsFor } = parts
  const routes = new Hono<WebEnv>()

  routes.get('/healthz', (context) => context.json({ status: 'alive' }, 200, notStored))

  routes.get('/readyz', (context) => {
    const readiness = readReadiness(health, library)
    return context.json(readiness, readiness.ready ? 200 : 503, notStored)
  })

  routes.get('/metrics', async (context) => {
    const mayRead = metricsFor === 'all' || (metricsFor === 'this-machine' && isFromHere(context))
    if (!mayRead) return context.notFound()
    return context.body(await metrics.read(library), 200, { ...notStored, 'content-type': metrics.contentType })
  })

  return routes
}

const notStored = { 'cache-control': 'no-store' } as const

/** Whether a program on this machine asks for itself. */
function isFromHere(context: WebContext): boolean {
  if (forwardedBy.some((name) => context.req.header(name) !== undefined)) return false
  // A name of elsewhere means a proxy, or a page of elsewhere whose name was made to lead here.
  const { hostname } = new URL(context.req.url)
  return isLoopback(hostname) && isLoopback(getConnInfo(context).remote.address ?? '')
}
