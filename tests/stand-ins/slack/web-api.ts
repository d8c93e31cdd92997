import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, jsonAnswer, refusal, sendAnswer, tooMany } from './answer.ts'
import type { EarlyRetries } from './early-retries.ts'
import type { Fault, Faults } from './faults.ts'
import type { Call, Journal } from './journal.ts'
import { readArgs, readToken } from './read-args.ts'

/** What answers the calls of the app. */
export type WebApiParts = {
  readonly journal: Journal
  readonly faults: Faults
  readonly earlyRetries: EarlyRetries
  /** Carries out a call. */
  readonly perform: (call: Call, address: string) => Answer
  readonly changed: () => void
  /** Ends all delays. */
  readonly signal: AbortSignal
}

/** Makes what answers the calls of the app: methods below `/api/`, response addresses below `/respond/`. */
export function createWebApi(parts: WebApiParts): (request: IncomingMessage, response: ServerResponse) => void {
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
  parts: WebApiParts,
  request: IncomingMessage,
  response: ServerResponse,
  text: string,
): Promise<void> {
  const { journal, earlyRetries, faults, changed, signal } = parts
  const [address = ''] = (request.url ?? '').split('?')
  const method = methodOf(address)
  if (method === undefined) {
    journal.unexpectedly(`${request.method} ${address}`)
    return sendAnswer(response, { status: 404, headers: {}, text: 'not found' })
  }
  const args = readArgs(request.headers, text)
  const { token: _token, ...shown } = args
  const at = performance.now()
  const token = readToken(request.headers, args)
  const call: Call = { method, args: shown, at, token, status: undefined, error: undefined }
  earlyRetries.look(method)
  journal.record(call)
  changed()

  const finish = (answer: Answer) => {
    call.status = answer.status
    call.error = answer.error
    if (answer.retryAfter !== undefined) earlyRetries.told(method, answer.retryAfter * 1_000)
    sendAnswer(response, answer)
    changed()
  }
  const fault = faults.take(method)
  if (fault === undefined) return finish(parts.perform(call, address))
  if (fault.after !== true && (await befall(fault, request, finish, signal))) return
  const answer = parts.perform(call, address)
  changed()
  if (fault.after === true && (await befall(fault, request, finish, signal))) return
  finish(answer)
}

/** Lets a fault happen; true if nothing else is to happen to the call. */
async function befall(
  fault: Fault,
  request: IncomingMessage,
  finish: (answer: Answer) => void,
  signal: AbortSignal,
): Promise<boolean> {
  if ('delayMs' in fault) {
    await sleep(fault.delayMs, undefined, { signal })
    return false
  }
  if ('cut' in fault) request.socket.resetAndDestroy()
  if ('status' in fault) finish({ status: fault.status, headers: {}, text: '<html><h1>Bad gateway</h1></html>' })
  if ('error' in fault) finish(jsonAnswer(refusal(fault.error)))
  if ('retryAfter' in fault) finish(tooMany(fault.retryAfter))
  return true
}

function methodOf(address: string): string | undefined {
  if (address.startsWith('/respond/')) return 'response_url'
  return address.startsWith('/api/') ? address.slice('/api/'.length) : undefined
}
