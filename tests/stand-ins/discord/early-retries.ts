import type { RateLimitScope } from './faults.ts'

/** A request that came although its sender had been told to wait. */
export type EarlyRetry = {
  readonly method: string
  readonly path: string
  readonly scope: RateLimitScope
  /** How much too early. */
  readonly earlyMs: number
}

/** Keeps an eye on senders who were told to wait. */
export type EarlyRetries = {
  readonly list: readonly EarlyRetry[]
  /** Notes that this request was told to wait. */
  readonly told: (request: Asked, scope: RateLimitScope, waitMs: number) => void
  /** Looks whether this request should have waited. */
  readonly look: (request: Asked) => void
}

type Asked = { readonly method: string; readonly path: string; readonly body: string }

/** Begins to keep an eye on senders. */
export function createEarlyRetries(): EarlyRetries {
  const list: EarlyRetry[] = []
  let told: readonly (Asked & { readonly scope: RateLimitScope; readonly at: number; readonly until: number })[] = []

  return {
    list,
    told: (request, scope, waitMs) => {
      const at = performance.now()
      told = [...told.filter(({ until }) => until > at), { ...request, scope, at, until: at + waitMs }]
    },
    look: ({ method, path, body }) => {
      const now = performance.now()
      const broken = told.find((each) => {
        const isSame = each.method === method && each.path === path && each.body === body
        return now < each.until - timerSlackMs && covers(each, method, path) && (isSame || now - each.at > underWayMs)
      })
      if (broken !== undefined) list.push({ method, path, scope: broken.scope, earlyMs: broken.until - now })
    },
  }
}

function covers(told: Asked & { readonly scope: RateLimitScope }, method: string, path: string): boolean {
  if (told.scope === 'cloudflare') return true
  // Interaction endpoints do not count towards the global limit (rate-limits.mdx, "Global Rate Limit").
  if (told.scope === 'global') return !/^\/(?:interactions|webhooks)\//.test(path)
  return told.method === method && bucketOf(told.path) === bucketOf(path)
}

/** A path without ids, those of channels, servers and webhooks aside: each of these has limits of its own. */
function bucketOf(path: string): string {
  const [, top = '', id = '', ...rest] = path.split('/')
  return [top, id, ...rest.map((part) => (/^\d+$/.test(part) ? ':id' : part))].join('/')
}

/** Node may fire a timer this much early. */
const timerSlackMs = 2

/** Another request may have been under way while the first one was told to wait; a repetition of the first cannot. */
const underWayMs = 50
