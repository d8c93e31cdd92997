import { setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../../operations/log.ts'
import { patience } from './patience.ts'
import { type Fault, type FaultKind, readFault } from './read-fault.ts'
import type { Turn } from './turns.ts'
import { unlessAborted } from './unless-aborted.ts'

/** How a call went: what it gave, or why not. */
export type Sent<Result = true> =
  | { readonly result: Result; readonly fault?: undefined }
  | { readonly result?: undefined; readonly fault: FaultKind }

/** What is known of a call beforehand. */
export type Call = {
  /** The method, or what stands for it: limits hold for each alone; rate-limits, checked 2026-11-23. */
  readonly method: string
  /** Made whatever else is under way, or has failed. */
  readonly isUrgent?: boolean
  /** Resolves when it is its turn; gives nothing where too many wait already. */
  readonly turn?: () => Promise<Turn> | undefined
  /** Carrying it out twice does no harm. */
  readonly isRepeatable?: boolean
  /** Faults that the caller has an answer to, and nobody needs to read of. */
  readonly expected?: readonly FaultKind[]
}

/** Makes a call, and again where that can help; never throws, and logs a fault once without what was sent. */
export type TryCall = <Result>(call: Call, make: () => Promise<Result>) => Promise<Sent<Result>>

export type TryCallParts = {
  readonly log: Log
  /** Ends every call and all waiting. */
  readonly signal: AbortSignal
  /** Hears that Slack takes no call any more. */
  readonly onRevoked: (code: string) => void
}

/** Prepares calls for one workspace: none is made before the time that Slack has asked for is over. */
export function createTryCall({ log, signal, onRevoked }: TryCallParts): TryCall {
  /** Until when a method is not to be called. */
  const closedUntil = new Map<string, number>()
  let underWay = 0
  setMaxListeners(0, signal)

  return async (call, make) => {
    if (signal.aborted) return { fault: 'closed' }
    if (call.isUrgent !== true && underWay >= patience.maxWaiting) {
      log.warn('call-shed', { platform: 'slack', method: call.method, count: underWay })
      return { fault: 'busy' }
    }
    underWay += 1
    try {
      return await attempt(call, make)
    } finally {
      underWay -= 1
    }
  }

  async function attempt<Result>(call: Call, make: () => Promise<Result>, earlier = 0): Promise<Sent<Result>> {
    const turn = await begin(call)
    if (turn === 'ended') return { fault: 'closed' }
    if (turn === 'too late') return failed(call, { kind: 'busy' })
    if (turn === 'too many') {
      log.warn('message-shed', { platform: 'slack', method: call.method })
      return { fault: 'busy' }
    }
    try {
      signal.throwIfAborted()
      return { result: await unlessAborted(make().finally(turn), signal) }
    } catch (error) {
      if (signal.aborted) return { fault: 'closed' }
      const fault = readFault(error)
      if (fault.kind === 'busy') close(call.method, fault.retryAfterMs)
      if (fault.kind === 'revoked') onRevoked(fault.code ?? '')
      const againMs = canHelp(call, fault) ? patience.callAgainMs[earlier] : undefined
      if (againMs === undefined) return failed(call, fault, error)
      if (fault.kind !== 'busy') await pause(againMs)
      return attempt(call, make, earlier + 1)
    }
  }

  /** Waits for the method, then for a turn, and again where the method was closed meanwhile: nobody keeps a turn while waiting. */
  async function begin(call: Call): Promise<Turn | 'too late' | 'too many' | 'ended'> {
    while (await open(call)) {
      if (call.turn === undefined) return noTurn
      const waiting = call.turn()
      if (waiting === undefined) return 'too many'
      const turn = await unlessAborted(waiting, signal).catch(() => noTurn)
      if (signal.aborted) return 'ended'
      if (leftMs(call.method) <= 0) return turn
      turn()
    }
    return signal.aborted ? 'ended' : 'too late'
  }

  function leftMs(method: string): number {
    return Math.ceil((closedUntil.get(method) ?? 0) - performance.now())
  }

  /** Waits until a method may be called; false if that would take too long. */
  async function open({ method, isUrgent = false }: Call): Promise<boolean> {
    const mostMs = isUrgent ? patience.longestUrgentRateLimitMs : patience.longestRateLimitMs
    while (!signal.aborted) {
      const ms = leftMs(method)
      if (ms <= 0) return true
      if (ms > mostMs) return false
      await pause(ms)
    }
    return false
  }

  /** Ends with the signal as well. */
  async function pause(ms: number): Promise<void> {
    await wait(ms, undefined, { signal, ref: false }).catch(() => {})
  }

  function close(method: string, forMs: number = patience.betweenMessagesMs): void {
    const until = performance.now() + (Number.isFinite(forMs) ? forMs : patience.longestRateLimitMs) + marginMs
    closedUntil.set(method, Math.max(until, closedUntil.get(method) ?? 0))
  }

  function failed({ method, expected = [] }: Call, { kind, code, status }: Fault, error?: unknown): Sent<never> {
    if (signal.aborted) return { fault: 'closed' }
    if (expected.includes(kind)) return { fault: kind }
    const write = kind === 'refused' || kind === 'revoked' ? log.error : log.warn
    const facts = kind === 'unsure' ? { error } : {}
    write('call-failed', { platform: 'slack', method, reason: kind, code, status, ...facts })
    return { fault: kind }
  }
}

/** Whether the same call can succeed a little later without having been carried out twice by then. */
function canHelp({ isUrgent = false, isRepeatable = false }: Call, { kind }: Fault): boolean {
  if (kind === 'busy' || kind === 'failed') return true
  // Two cards do less harm than none.
  return kind === 'unsure' && (isUrgent || isRepeatable)
}

/** For calls that wait for nobody. */
const noTurn: Turn = () => {}

/** Clocks and timers differ a little. */
const marginMs = 50
