import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  type App,
  type BufferedIncomingMessage,
  HTTPModuleFunctions,
  HTTPReceiver,
  isValidSlackRequest,
  type Receiver,
  type ReceiverEvent,
} from '@slack/bolt'
import type { Log } from '../../operations/log.ts'
import type { HttpServer } from '../http-server.ts'
import { patience } from './patience.ts'
import { quietLogger } from './quiet-logger.ts'

export type HttpReceiverParts = {
  readonly signingSecret: string
  readonly http: HttpServer
  readonly log: Log
}

/** Where Slack's requests go: the one address that its settings name everywhere. */
const path = '/slack/events'

const form = 'application/x-www-form-urlencoded'

/** Bytes of a request; Slack's own are far below. */
const maxBytes = 1_000_000

/** Slack asks to refuse requests that are further off; verifying-requests-from-slack, checked 2026-11-23. */
const maxSecondsOff = 5 * 60

/** Creates Bolt's receiver on the shared HTTP server. Nothing comes of a body before the signature over it is right. */
export function createHttpReceiver({ signingSecret, http, log }: HttpReceiverParts): Receiver {
  if (signingSecret === '') throw new Error('A signing secret is needed: an empty one would let anybody in')
  const receiver = new HTTPReceiver({ signingSecret, endpoints: [path], bodyLimit: maxBytes, logger: quietLogger })
  const noteUnsigned = createUnsignedNote(log)
  let isStopped = false

  return {
    init: (app) => receiver.init(guarded(app, log)),

    async start() {
      http.handle(path, listener)
      return http.listen()
    },

    // The server is everybody's, so Bolt's own stop, which ends a server of its own, is not called.
    stop: async () => {
      isStopped = true
    },
  }

  function listener(request: IncomingMessage, response: ServerResponse): void {
    if (request.method !== 'POST') {
      end(response, 405, { allow: 'POST' })
      return
    }
    take(request, response).catch((error: unknown) => {
      log.error('request-failed', { platform: 'slack', error })
      end(response, 500)
    })
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Slack sends events again.
    if (isStopped) return end(response, 503)
    const buffered = await readBody(request)
    if (buffered === undefined) return end(response, 413)
    if (!isSslCheck(buffered) && !isSigned(buffered, signingSecret)) {
      noteUnsigned()
      return end(response, 401)
    }
    // Bolt would end the process on what is signed and no object.
    if (!isObject(buffered)) return end(response, 400)
    receiver.requestListener(buffered, response)
  }
}

/** The request with its body; undefined where that is too long, or does not arrive whole. */
async function readBody(request: IncomingMessage): Promise<BufferedIncomingMessage | undefined> {
  // Bolt reads the type word for word.
  const [type = ''] = request.headers['content-type']?.split(';', 1) ?? []
  request.headers['content-type'] = type.trim().toLowerCase()
  try {
    return await HTTPModuleFunctions.bufferIncomingMessage(request, maxBytes)
  } catch {
    return undefined
  }
}

/** Slack tries now and then, without a signature, whether the address has TLS; Bolt answers that and looks at nothing else in it. */
function isSslCheck({ headers, rawBody }: BufferedIncomingMessage): boolean {
  return headers['content-type'] === form && new URLSearchParams(rawBody.toString()).getAll('ssl_check').join() === '1'
}

/** Whether Slack has signed the body as it is, just now: Bolt refuses what is too old, but not what is too new. */
function isSigned({ headers, rawBody }: BufferedIncomingMessage, signingSecret: string): boolean {
  const { 'x-slack-request-timestamp': stamp, 'x-slack-signature': signature } = headers
  if (typeof stamp !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/.test(stamp)) return false
  const timestamp = Number(stamp)
  if (Math.abs(Date.now() / 1000 - timestamp) > maxSecondsOff) return false
  return isValidSlackRequest({
    signingSecret,
    body: rawBody.toString(),
    headers: { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature },
  })
}

function isObject(request: BufferedIncomingMessage): boolean {
  try {
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(request)
    return typeof body === 'object' && body !== null && !Array.isArray(body)
  } catch {
    return false
  }
}

/**
 * Guards what Bolt would lose: it knows no listener for word that Slack has left out events, and what cannot be acknowledged any more
 * is worked on all the same.
 */
function guarded(app: App, log: Log): App {
  const processEvent = async (event: ReceiverEvent) => {
    const acknowledge = async (body?: unknown) => {
      await event.ack(body).catch((error: unknown) => log.warn('acknowledge-failed', { platform: 'slack', error }))
    }
    if (event.body['type'] === 'app_rate_limited') {
      log.warn('events-dropped', { platform: 'slack' })
      return acknowledge()
    }
    await app.processEvent({ ...event, ack: acknowledge })
  }
  return { processEvent } as App
}

/** Tells of requests that Slack did not sign, once in a while with their number: a wrong secret must be noticed, and a flood not be written down. */
function createUnsignedNote(log: Log): () => void {
  let count = 0
  let toldAt = Number.NEGATIVE_INFINITY

  return () => {
    count += 1
    if (performance.now() - toldAt < patience.tellUnsignedMs) return
    toldAt = performance.now()
    log.warn('request-not-signed', { platform: 'slack', status: 401, count, setting: 'SLACK_SIGNING_SECRET' })
    count = 0
  }
}

function end(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  if (response.headersSent) return
  response.writeHead(status, { ...headers, 'content-length': 0, connection: 'close' }).end()
}
