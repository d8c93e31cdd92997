import { vi } from 'vitest'

/** Waits until something is so, whoever makes it so; rejects with the name of what it waited for. */
export async function until(isSo: () => boolean, what: string, ms = 5_000): Promise<void> {
  const look = () => {
    if (!isSo()) throw new Error(`Waited for ${what}, in vain for ${ms} ms`)
  }
  await vi.waitFor(look, { timeout: ms, interval: 10 })
}
