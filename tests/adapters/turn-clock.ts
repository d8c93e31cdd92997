import { onTestFinished, vi } from 'vitest'

/** Lets minutes pass for whatever is remembered for a while, until the end of the test; timers go on as before. */
export function turnClock(minutes: number): void {
  const now = performance.now.bind(performance)
  const spy = vi.spyOn(performance, 'now').mockImplementation(() => now() + minutes * 60_000)
  onTestFinished(() => spy.mockRestore())
}
