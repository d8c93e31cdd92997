import { Hono } from 'hono'
import type { WebEnv } from '../web-env.ts'
import type { ApiParts } from './api-parts.ts'
import { createAsk } from './ask.ts'
import { createOpenApi } from './open-api.ts'
import { renderProblem } from './render-problem.ts'
import { serveJson } from './serve-json.ts'
import { createSuggest } from './suggest.ts'

/** Methods of each address. */
const allowed = {
  '/ask': 'POST, OPTIONS',
  '/suggest': 'POST, OPTIONS',
  '/topics': 'GET, HEAD, OPTIONS',
  '/openapi.json': 'GET, HEAD, OPTIONS',
} as const

/** Routes below `/api`, for programs. */
export function createApiRoutes(parts: ApiParts): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.post('/ask', createAsk(parts))
  routes.post('/suggest', createSuggest(parts))
  routes.get(
    '/topics',
    serveJson(() => ({ topics: parts.bot.places() })),
  )
  routes.get('/openapi.json', serveJson(createOpenApi))

  for (const [path, allow] of Object.entries(allowed)) {
    routes.options(path, (context) => context.body(null, 204, { allow }))
    routes.all(path, (context) => {
      context.header('allow', allow)
      return renderProblem(context, 405, parts)
    })
  }
  return routes
}
