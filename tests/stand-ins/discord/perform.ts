import { type Answer, jsonAnswer } from './answer.ts'
import type { EarlyRetries } from './early-retries.ts'
import type { Journal, RecordedRequest } from './journal.ts'
import { type RateLimits, rateLimitAnswer } from './rate-limits.ts'
import { RestError } from './rest-error.ts'
import type { Route } from './route.ts'

/** What doing a request works with. */
export type PerformParts = {
  readonly routes: readonly Route[]
  readonly rateLimits: RateLimits
  readonly earlyRetries: EarlyRetries
  readonly journal: Journal
}

/** Does what a request asks for. */
export function perform(parts: PerformParts, request: RecordedRequest, text: string): Answer {
  const { method, path, query, body, authorized } = request
  const { headers, waitMs } = parts.rateLimits.spend(method, path)
  if (waitMs > 0) {
    parts.earlyRetries.told({ method, path, body: text }, 'route', waitMs)
    return rateLimitAnswer('route', waitMs)
  }

  try {
    const route = parts.routes.find((each) => each.method === method && each.path.test(path))
    if (route === undefined) {
      parts.journal.unexpectedly(`${method} ${path}`)
      throw new RestError('notFound')
    }
    if (!route.open && !authorized) throw new RestError('unauthorized')
    const params = route.path.exec(path)?.groups ?? {}
    const reply = route.handle({ params, query: new URLSearchParams(query), body })
    return jsonAnswer(reply.status, reply.body, headers)
  } catch (error) {
    if (!(error instanceof RestError)) throw error
    for (const problem of error.problems) parts.journal.problem(`${method} ${path}: ${problem}`)
    const errors = error.problems.map((message) => ({ code: 'INVALID', message }))
    const details = errors.length > 0 && { errors: { _errors: errors } }
    return jsonAnswer(error.status, { message: error.message, code: error.code, ...details }, headers)
  }
}
