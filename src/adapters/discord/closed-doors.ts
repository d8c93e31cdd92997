import { setTimeout as wait } from 'node:timers/promises'

/** What of a response says how long to wait; discord.js waits by itself for limits of one route, within one client. */
type Response = { readonly status: number; readonly headers: { get(name: string): string | null } }

/**
 * Remembers limits that hold beyond one route and one client: those of the whole bot, and those of its address.
 *
 * A 429 without a scope comes from the machines before Discord and shuts the whole address out; rate-limits.mdx, checked
 * 2026-11-23.
 */
export function createClosedDoors(now: () => number = () => performance.now()) {
  let addressUntil = 0
  let botUntil = 0

  return {
    note({ status, headers }: Response): void {
      if (status !== 429) return
      const until = now() + Number(headers.get('retry-after') ?? 0) * 1000
      const scope = headers.get('x-ratelimit-scope')
      if (scope === null) addressUntil = Math.max(addressUntil, until)
      if (scope === 'global') botUntil = Math.max(botUntil, until)
    },

    /** Waits until a request may be made; false if that would take longer than `mostMs`. First responses are not limited with the bot. */
    async open(isFirstResponse: boolean, mostMs: number): Promise<boolean> {
      for (;;) {
        const leftMs = Math.ceil((isFirstResponse ? addressUntil : Math.max(addressUntil, botUntil)) - now())
        if (leftMs <= 0) return true
        if (leftMs > mostMs) return false
        await wait(leftMs, undefined, { ref: false })
      }
    },
  }
}
