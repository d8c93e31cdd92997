import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Health } from '../../operations/health.ts'
import type { Log } from '../../operations/log.ts'
import type { Metrics, MetricsPage } from '../../operations/metrics.ts'
import type { Bot } from '../../responder/bot.ts'
import type { Replies } from '../reply.ts'
import { addressOf } from './address-of.ts'
import { createApiRoutes } from './api/api-routes.ts'
import { renderProblem } from './api/render-problem.ts'
import { createAssetRoutes } from './asset-routes.ts'
import { createTakeStep, type OnAnswer } from './create-take-step.ts'
import { limitBody } from './limit-body.ts'
import { createOperationsRoutes, type OperationsParts } from './operations-routes.ts'
import { createPageRoutes, renderFault } from './pages/page-routes.tsx'
import { securityHeaders } from './security-headers.ts'
import type { WebSettings } from './settings.ts'
import { createVisitors } from './visitors.ts'
import type { WebContext, WebEnv } from './web-env.ts'

export type AppParts = {
  readonly bot: Bot
  readonly replies: Replies
  readonly settings: WebSettings
  readonly health: Health
  readonly metrics: Metrics & MetricsPage
  readonly log: Log
}

/** Bytes of a request: a question is read up to 6,000 characters, each of at most nine bytes in a form. */
const maxBytes = 64 * 1024

/** The same from an address that sends more than anybody reads: a few sentences. */
const maxBytesInFlood = 2 * 1024

/** Where questions arrive. */
const asking: ReadonlySet<string> = new Set(['/', '/answer', '/embed', '/api/ask'])

/** Builds everything that stands on the HTTP server beside the platforms. */
export function createApp(parts: AppParts): Hono<WebEnv> {
  const { bot, replies, settings, health, metrics, log } = parts
  const visitors = settings.isRateLimited ? createVisitors() : undefined
  const onAnswer: OnAnswer = (answer, seconds) => metrics.answered('web', answer, seconds)
  const onFault = (error: unknown) => log.error('answer-failed', { platform: 'web', error })

  const mayAsk = async (address: string): Promise<boolean> => {
    const may = (await visitors?.mayAsk(address)) ?? true
    if (!may) metrics.heldBack('web')
    return may
  }

  const app = new Hono<WebEnv>()
  const [framed, unframed] = [securityHeaders(settings.widgetOrigins), securityHeaders([])]
  app.use((context, next) => (context.req.path === '/embed' ? framed : unframed)(context, next))
  app.use(async (context, next) => {
    context.set('address', addressOf(context, settings.isProxyTrusted))
    context.set('locale', localeOf(context.req.header('accept-language')))
    context.set('mostBytes', maxBytes)
    await next()
    if (context.res.status === 429) context.res.headers.set('retry-after', retrySeconds)
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store')
  })
  app.route('/', createOperationsRoutes({ health, metrics, library: sizeOf(bot), metricsFor: metricsFor(settings) }))
  app.route('/', createAssetRoutes())
  app.use(async (context, next) => {
    const { path, method } = context.req
    if ((await visitors?.mayCome(context.get('address'))) === false) {
      metrics.heldBack('web')
      // Where people are to talk to is shown whatever comes, and what is short is still read for signs of need.
      if (path !== '/support' && !(method === 'POST' && asking.has(path))) return fail(context, 429)
      context.set('mostBytes', maxBytesInFlood)
    }
    return next()
  })
  app.post('*', async (context, next) => (isForeign(context) ? fail(context, 403) : next()))
  app.post(
    '*',
    limitBody((context) => fail(context, 413)),
  )
  app.route('/api', createApiRoutes({ bot, replies, mayAsk, onAnswer, onFault }))
  app.route('/', createPageRoutes({ bot, takeStep: createTakeStep({ bot, onAnswer, onFault }), mayAsk }))

  app.notFound((context) => fail(context, 404))
  app.onError((error, context) => {
    log.error('request-failed', { platform: 'web', error })
    return fail(context, 500)
  })
  return app

  /** Programs and people get an error in a form of their own. */
  function fail(context: WebContext, status: ContentfulStatusCode): Response | Promise<Response> {
    return isForPrograms(context) ? renderProblem(context, status, { bot, replies }) : renderFault(context, bot, status)
  }
}

/** The windows of the limits are as long. */
const retrySeconds = '10'

function isForPrograms({ req: { path } }: WebContext): boolean {
  return path === '/api' || path.startsWith('/api/')
}

/** A form of another site that sends people's words here is not ours to answer; other programs say nothing of where they are. */
function isForeign(context: WebContext): boolean {
  return ['cross-site', 'same-site'].includes(context.req.header('sec-fetch-site') ?? '')
}

/** A proxy that stands before the program makes every request come from this machine. */
function metricsFor({ isMetricsPublic, isProxyTrusted, publicUrl }: WebSettings): OperationsParts['metricsFor'] {
  if (isMetricsPublic) return 'all'
  return isProxyTrusted || publicUrl !== undefined ? 'nobody' : 'this-machine'
}

function localeOf(header: string | undefined): string | undefined {
  return /^\s*([a-z]{2,3}(?:-[a-z0-9]{2,8})*)\s*(?:[;,]|$)/i.exec(header ?? '')?.[1]
}

function sizeOf(bot: Bot) {
  const library = bot.library()
  return { documents: library.length, sections: library.reduce((count, { sections }) => count + sections.length, 0) }
}
