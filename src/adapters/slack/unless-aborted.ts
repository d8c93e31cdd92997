import { once } from 'node:events'

/** Waits for something until it comes or a signal is aborted, whose reason it rejects with then. */
export async function unlessAborted<Result>(result: Promise<Result>, signal: AbortSignal): Promise<Result> {
  // What comes of it later is nobody's.
  result.catch(() => {})
  signal.throwIfAborted()
  const listening = new AbortController()
  const aborted = once(signal, 'abort', { signal: listening.signal }).then((): never => {
    throw signal.reason
  })
  try {
    return await Promise.race([result, aborted])
  } finally {
    aborted.catch(() => {})
    listening.abort()
  }
}
