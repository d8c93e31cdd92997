import { createHmac } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import type { Attempt, Outbox, Transport } from './outbox.ts'

/** What anybody could post to the app, and what a stranger would. */
export type Forgery = {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Left out, `/slack/events`. */
  readonly path?: string
  /** Left out, POST. */
  readonly method?: string
}

/** Deliveries over HTTP. */
export type HttpDelivery = {
  readonly transport: Transport
  readonly deliverTo: (port: number) => void
  readonly sign: Sign
  readonly forge: (forgery: Forgery) => Promise<{ readonly status: number; readonly body: string }>
}

/** The two headers that prove where a body comes from; `at` in seconds since 1970. */
export type Sign = (
  body: string,
  options?: { readonly at?: number; readonly secret?: string },
) => Readonly<Record<string, string>>

export type HttpDeliveryParts = {
  readonly signingSecret: string
  readonly outbox: () => Outbox
  readonly signal: AbortSignal
}

/** Opens deliveries over HTTP, to nowhere yet. */
export function createHttpDelivery({ signingSecret, outbox, signal }: HttpDeliveryParts): HttpDelivery {
  let port: number | undefined
  setMaxListeners(0, signal)
  const sign: Sign = (body, { at = Math.floor(Date.now() / 1_000), secret = signingSecret } = {}) => ({
    'x-slack-request-timestamp': String(at),
    'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`,
  })
  const post = async ({ headers, body, path = '/slack/events', method = 'POST' }: Forgery) => {
    if (port === undefined) throw new Error('Say deliverTo(port) first')
    const sent = method === 'GET' || method === 'HEAD' ? {} : { body }
    // One of its own: fetch leaves a listener on it for a while, and there are thousands under load.
    const ending = new AbortController()
    const end = () => ending.abort()
    signal.addEventListener('abort', end)
    try {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers,
        ...sent,
        signal: ending.signal,
      })
      return { status: response.status, headers: response.headers, body: await response.text() }
    } finally {
      signal.removeEventListener('abort', end)
    }
  }

  return {
    transport: {
      isOpen: () => port !== undefined,
      send: (attempt) => {
        const { type, body } = writeBody(attempt)
        const headers = { 'content-type': type, ...retryHeaders(attempt), ...sign(body) }
        post({ headers, body })
          .then((response) => {
            if (response.status >= 200 && response.status < 300)
              return outbox().acknowledged(attempt.id, parse(response.body), response.status)
            return outbox().failed(attempt.id, 'http_error', response.headers.get('x-slack-no-retry') === '1')
          })
          .catch(() => {
            if (!signal.aborted) outbox().failed(attempt.id, 'connection_failed')
          })
      },
    },
    deliverTo: (where) => {
      port = where
      outbox().flush()
    },
    sign,
    forge: async (forgery) => {
      const { status, body } = await post(forgery)
      return { status, body }
    },
  }
}

function writeBody({ kind, body }: Attempt): { readonly type: string; readonly body: string } {
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(body) }
  const fields =
    kind === 'interactive'
      ? { payload: JSON.stringify(body) }
      : Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]))
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() }
}

function retryHeaders({ retry, reason = 'unknown_error' }: Attempt): Readonly<Record<string, string>> {
  if (retry === 0) return {}
  return {
    'x-slack-retry-num': String(retry),
    'x-slack-retry-reason': reason === 'timeout' ? 'http_timeout' : reason,
  }
}

function parse(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return { text }
  }
}
