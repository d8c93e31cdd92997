import { patience } from './patience.ts'

/**
 * Counts the requests that Discord rejected, since an address with 10,000 of them in ten minutes is shut out for hours.
 *
 * Far below that number everything that can wait is held back until the ten minutes are over.
 */
export function createInvalidRequests(now: () => number = () => performance.now()) {
  let since = now()
  let count = 0

  return {
    /** Counts a response by its HTTP status; a limit that is shared with others is nobody's fault. */
    note(status: number, rateLimitScope: string | null): void {
      renew()
      if (status === 401 || status === 403 || (status === 429 && rateLimitScope !== 'shared')) count += 1
    },
    isTooMany(): boolean {
      renew()
      return count >= patience.maxInvalidRequests
    },
  }

  function renew(): void {
    if (now() - since < patience.invalidRequestsWindowMs) return
    since = now()
    count = 0
  }
}
