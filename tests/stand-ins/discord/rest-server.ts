import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, faultAnswer, sendAnswer } from './answer.ts'
import type { FaultKind, Faults } from './faults.ts'
import type { RecordedRequest } from './journal.ts'
import { type PerformParts, perform } from './perform.ts'

/** What requests are answered with. */
export type RestParts = PerformParts & {
  readonly token: string
  readonly faults: Faults
  readonly changed: () => void
  /** Ends all delays. */
  readonly signal: AbortSignal
}

/** Makes what answers the requests of the bot. */
export function createRestServer(parts: RestParts): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const chunks: Buffer[] = []
    request.on('error', () => {})
    response.on('error', () => {})
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      serve(parts, request, response, Buffer.concat(chunks).toString()).catch((error: unknown) => {
        if (!parts.signal.aborted) parts.journal.problem(`the stand-in itself failed: ${String(error)}`)
        response.destroy()
      })
    })
  }
}

async function serve(
  parts: RestParts,
  request: IncomingMessage,
  response: ServerResponse,
  text: string,
): Promise<void> {
  const asked = readRequest(parts, request, text)
  const { recorded } = asked
  parts.earlyRetries.look({ ...recorded, body: text })
  parts.journal.record(recorded)
  parts.changed()

  const finish = (answer: Answer, half?: boolean) => {
    recorded.status = answer.status
    sendAnswer(response, answer, half)
    parts.changed()
  }
  const fault = parts.faults.take(recorded.method, recorded.path)
  const isAfter = fault !== undefined && 'when' in fault && fault.when === 'after'
  if (fault !== undefined && !isAfter && (await befall(parts, fault, asked, finish))) return
  const answer = perform(parts, recorded, text)
  if (fault !== undefined && isAfter && (await befall(parts, fault, asked, finish))) return
  finish(answer, fault?.kind === 'truncated')
}

type Asked = { readonly recorded: RecordedRequest; readonly text: string; readonly reset: () => void }

function readRequest({ token }: RestParts, request: IncomingMessage, text: string): Asked {
  const { method = '', url = '', headers } = request
  const [address = '', query = ''] = url.split('?')
  return {
    recorded: {
      method,
      path: decode(address.startsWith(base) ? address.slice(base.length) : address),
      query,
      body: parseBody(text),
      at: performance.now(),
      authorized: headers.authorization === `Bot ${token}`,
      status: undefined,
    },
    text,
    reset: () => request.socket.resetAndDestroy(),
  }
}

/** Lets a fault happen; true if nothing else is to happen to the request. */
async function befall(
  parts: RestParts,
  fault: FaultKind,
  asked: Asked,
  finish: (answer: Answer) => void,
): Promise<boolean> {
  if (fault.kind === 'truncated') return false
  if (fault.kind === 'silence') return true
  if (fault.kind === 'delay') {
    await sleep(fault.ms, undefined, { signal: parts.signal })
    return false
  }
  if (fault.kind === 'reset') {
    asked.reset()
    return true
  }
  if (fault.kind === 'rate-limit') {
    const waitMs = fault.scope === 'cloudflare' ? Math.ceil(fault.retryAfterMs / 1_000) * 1_000 : fault.retryAfterMs
    parts.earlyRetries.told({ ...asked.recorded, body: asked.text }, fault.scope, waitMs)
  }
  finish(faultAnswer(fault))
  return true
}

/** The client writes `@original` as `%40original`. */
function decode(path: string): string {
  return path.replaceAll('%40', '@')
}

function parseBody(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

const base = '/api/v10'
