import type { Answer } from './answer.ts'
import type { RateLimitScope } from './faults.ts'

/** The answer to a request too many (rate-limits.mdx, "Exceeding A Rate Limit"). */
export function rateLimitAnswer(scope: RateLimitScope, retryAfterMs: number): Answer {
  const seconds = retryAfterMs / 1_000
  const retryAfter = { 'Retry-After': String(Math.ceil(seconds)) }
  if (scope === 'cloudflare')
    return {
      status: 429,
      headers: { ...retryAfter, 'Content-Type': 'text/html; charset=UTF-8' },
      text: '<!doctype html><title>Access denied</title><h1>Error 1015</h1><p>You are being rate limited.</p>',
    }

  const isGlobal = scope === 'global'
  const message = scope === 'shared' ? 'The resource is being rate limited.' : 'You are being rate limited.'
  return {
    status: 429,
    headers: {
      ...retryAfter,
      'Content-Type': 'application/json',
      'X-RateLimit-Scope': scope === 'route' ? 'user' : scope,
      ...(isGlobal
        ? { 'X-RateLimit-Global': 'true' }
        : bucketHeaders('fake-bucket', 5, scope === 'shared' ? 4 : 0, seconds)),
    },
    text: JSON.stringify({ message, retry_after: seconds, global: isGlobal }),
  }
}

/** Counts the requests of each bucket, as Discord does. */
export type RateLimits = {
  /** The headers of a request, or how long until it may be made. */
  spend(method: string, path: string): { readonly headers: Readonly<Record<string, string>>; readonly waitMs: number }
}

/** Starts counting; switched off, every request is free and has no such headers. */
export function createRateLimits(on: boolean): RateLimits {
  const windows = new Map<string, { readonly until: number; readonly left: number }>()
  const free = { headers: {}, waitMs: 0 }

  return {
    spend: (method, path) => {
      const bucket = on ? buckets.find((each) => each.method === method && each.path.test(path)) : undefined
      if (bucket === undefined) return free

      const now = performance.now()
      const key = `${bucket.name} ${path.split('/')[2]}`
      const known = windows.get(key)
      const open = known !== undefined && known.until > now ? known : { until: now + bucket.ms, left: bucket.limit }
      if (open.left === 0) return { headers: {}, waitMs: open.until - now }
      windows.set(key, { ...open, left: open.left - 1 })
      const seconds = (open.until - now) / 1_000
      return { headers: bucketHeaders(bucket.name, bucket.limit, open.left - 1, seconds), waitMs: 0 }
    },
  }
}

function bucketHeaders(bucket: string, limit: number, left: number, seconds: number): Readonly<Record<string, string>> {
  return {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(left),
    'X-RateLimit-Reset': (Date.now() / 1_000 + seconds).toFixed(3),
    'X-RateLimit-Reset-After': seconds.toFixed(3),
    'X-RateLimit-Bucket': bucket,
  }
}

/** Limits as bots meet them; Discord publishes none, and changes them as it likes. */
const buckets = [
  { name: 'fake-post', method: 'POST', path: /^\/channels\/\d+\/messages$/, limit: 5, ms: 5_000 },
  { name: 'fake-delete', method: 'DELETE', path: /^\/channels\/\d+\/messages\/\d+$/, limit: 5, ms: 1_000 },
  { name: 'fake-edit', method: 'PATCH', path: /^\/channels\/\d+\/messages\/\d+$/, limit: 5, ms: 5_000 },
  { name: 'fake-typing', method: 'POST', path: /^\/channels\/\d+\/typing$/, limit: 5, ms: 5_000 },
] as const
