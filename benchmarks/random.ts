/** A repeatable source of chance. */
export type Random = {
  /** From 0 up to, and without, 1. */
  readonly next: () => number
  readonly chance: (probability: number) => boolean
  /** From 0 up to, and without, `below`. */
  readonly below: (below: number) => number
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item
}

/** Starts a sequence that a seed fixes (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (items) => items[below(items.length)] ?? items[0],
  }
}
