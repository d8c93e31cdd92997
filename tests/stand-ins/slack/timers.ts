/** Timers that all end together. */
export type Timers = {
  readonly later: (ms: number, act: () => void) => NodeJS.Timeout | undefined
  readonly stop: (timer: NodeJS.Timeout | undefined) => void
  /** Stops all, and those to come. */
  readonly end: () => void
}

/** Makes a place for timers. */
export function createTimers(): Timers {
  const running = new Set<NodeJS.Timeout>()
  let isOver = false
  const stop = (timer: NodeJS.Timeout | undefined) => {
    clearTimeout(timer)
    if (timer !== undefined) running.delete(timer)
  }

  return {
    later: (ms, act) => {
      if (isOver) return undefined
      const timer = setTimeout(() => {
        running.delete(timer)
        act()
      }, ms)
      running.add(timer)
      return timer
    },
    stop,
    end: () => {
      isOver = true
      for (const timer of running) stop(timer)
    },
  }
}
