import { setTimeout as wait } from 'node:timers/promises'

export type Pace = {
  /** Times a second. */
  readonly rate: number
  readonly seconds: number
}

/** How well a pace was kept. */
export type Kept = {
  readonly times: number
  /** Longest that any of them came too late, in milliseconds. */
  readonly lateMs: number
}

/** Shorter pauses only burn time: a timer of Node takes a millisecond or more. */
const tickMs = 2

/**
 * Does something at an even pace, by a clock that never jumps: what is due is made up for at once, and nothing more.
 *
 * What cannot be done within the time is left undone, so that this ends.
 */
export async function keepPace({ rate, seconds }: Pace, act: () => void): Promise<Kept> {
  const start = performance.now()
  const all = Math.round(rate * seconds)
  let times = 0
  let lateMs = 0

  for (let elapsedMs = 0; elapsedMs < seconds * 1000 && times < all; elapsedMs = performance.now() - start) {
    const due = Math.min(all, Math.floor((elapsedMs * rate) / 1000) + 1)
    lateMs = Math.max(lateMs, elapsedMs - (times * 1000) / rate)
    for (; times < due && performance.now() - start < seconds * 1000; times += 1) act()
    // oxlint-disable-next-line no-await-in-loop
    await wait(tickMs)
  }
  return { times, lateMs }
}
