import { setMaxListeners } from 'node:events'
import { type REST, RESTEvents } from 'discord.js'
import type { Log } from '../../operations/log.ts'
import { createClosedDoors } from './closed-doors.ts'
import { createInvalidRequests } from './invalid-requests.ts'
import { patience } from './patience.ts'
import { type FaultKind, readFault } from './read-fault.ts'
import type { Turn } from './turns.ts'

/** How a request went: what it gave, or why not. */
export type Sent<Result = true> =
  | { readonly result: Result; readonly fault?: undefined }
  | { readonly result?: undefined; readonly fault: FaultKind }

/** What is known of a request beforehand. */
export type Request = {
  /** What it is for, as the log names it. */
  readonly purpose: string
  /** Made whatever else is under way, or has failed. */
  readonly isUrgent?: boolean
  /** Its failure is of no interest to anybody. */
  readonly isQuiet?: boolean
  /** The first response to an interaction, which has a limit of its own and little time. */
  readonly isFirstResponse?: boolean
  /** Given up after this time. */
  readonly withinMs?: number
  /** Waits for its turn before it is made. */
  readonly inTurn?: Turn
}

/** Makes a request; never throws, and logs a fault once without what was sent. */
export type TryRequest = <Result>(
  request: Request,
  make: (signal: AbortSignal) => Promise<Result>,
) => Promise<Sent<Result>>

/** Prepares requests over some clients: too many at once, or too many that Discord rejected, and only urgent ones are made. */
export function createTryRequest(clients: readonly REST[], log: Log, givingUp?: AbortSignal): TryRequest {
  const invalid = createInvalidRequests()
  const doors = createClosedDoors()
  for (const client of clients) {
    client.on(RESTEvents.Response, (_, response) => {
      doors.note(response)
      invalid.note(response.status, response.headers.get('x-ratelimit-scope'))
    })
  }
  if (givingUp !== undefined) setMaxListeners(0, givingUp)
  let underWay = 0

  return async (request, make) => {
    const { purpose, isUrgent = false, isQuiet = false, isFirstResponse = false } = request
    const isTooMuch = !isFirstResponse && underWay >= patience.maxWaiting
    if (!isUrgent && (isTooMuch || invalid.isTooMany())) {
      log.warn('request-shed', { platform: 'discord', method: purpose, count: underWay })
      return { fault: 'busy' }
    }
    underWay += 1
    try {
      return await within(request.withinMs, givingUp, (signal) => inTurn(request, make, signal))
    } catch (error) {
      const { kind, code, status } = readFault(error)
      const write = kind === 'unsure' || kind === 'refused' ? log.error : log.warn
      if (!isQuiet) write('request-failed', { platform: 'discord', method: purpose, reason: kind, code, status })
      return { fault: kind }
    } finally {
      underWay -= 1
    }
  }

  function inTurn<Result>(
    { isFirstResponse = false, inTurn: wait = (task) => task() }: Request,
    make: (signal: AbortSignal) => Promise<Result>,
    signal: AbortSignal,
  ): Promise<Sent<Result>> {
    return wait(async () => {
      const mostMs = isFirstResponse ? patience.respondAgainWithinMs : patience.longestRateLimitMs
      if (!(await doors.open(isFirstResponse, mostMs))) return { fault: 'busy' }
      signal.throwIfAborted()
      return { result: await make(signal) }
    })
  }
}

/** Gives a task up when its time is over, whether it heeds the signal or waits for something else. */
async function within<Result>(
  ms: number | undefined,
  givingUp: AbortSignal | undefined,
  task: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController()
  const { signal } = controller
  const giveUp = () => controller.abort()
  const timer = ms === undefined ? undefined : setTimeout(giveUp, ms)
  if (givingUp?.aborted === true) giveUp()
  givingUp?.addEventListener('abort', giveUp)
  const over = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  try {
    return await Promise.race([task(signal), over])
  } finally {
    clearTimeout(timer)
    givingUp?.removeEventListener('abort', giveUp)
  }
}
