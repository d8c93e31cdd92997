/** Random numbers that are the same for the same seed. */
export type RandomNumbers = {
  /** A whole number from 0 up to but without `end`. */
  readonly below: (end: number) => number
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** True with this probability. */
  readonly chance: (probability: number) => boolean
}

/** Starts them: the upper bits of a multiplicative congruential generator (Lehmer, modulus 2^31 - 1, factor 48271). */
export function createRandomNumbers(seed: number): RandomNumbers {
  let state = (seed % (modulus - 1)) + 1
  const next = () => {
    state = (state * 48_271) % modulus
    return state / modulus
  }
  // The first numbers of neighbouring seeds lie close together.
  for (let number = 0; number < 10; number += 1) next()
  const below = (end: number) => Math.floor(next() * end)

  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('There is nothing to pick from')
      return item
    },
    chance: (probability) => next() < probability,
  }
}

const modulus = 2 ** 31 - 1
