/** How tests disturb deliveries and their acknowledgements. */
export type DisturbanceControls = {
  /** Each of the next deliveries is sent `copies` (2 if left out) times at once. */
  readonly duplicate: (deliveries: number, copies?: number) => void
  /** The next acknowledgements are as if they had never come. */
  readonly loseAcknowledgements: (count: number) => void
  /** The next acknowledgements come this much later. */
  readonly slowAcknowledgements: (count: number, ms: number) => void
}

/** What is to happen to the next deliveries and acknowledgements. */
export type Disturbances = {
  readonly controls: DisturbanceControls
  /** How many times the next delivery is sent at once. */
  readonly takeCopies: () => number
  /** Whether the next acknowledgement is lost, or how much later it comes. */
  readonly takeFate: () => 'lost' | number
}

/** Begins with nothing disturbed. */
export function createDisturbances(): Disturbances {
  let copying = { deliveries: 0, copies: 2 }
  let losing = 0
  let slowing = { count: 0, ms: 0 }

  return {
    controls: {
      duplicate: (deliveries, copies = 2) => {
        copying = { deliveries, copies }
      },
      loseAcknowledgements: (count) => {
        losing = count
      },
      slowAcknowledgements: (count, ms) => {
        slowing = { count, ms }
      },
    },
    takeCopies: () => {
      const { deliveries, copies } = copying
      if (deliveries === 0) return 1
      copying = { deliveries: deliveries - 1, copies }
      return copies
    },
    takeFate: () => {
      if (losing > 0) {
        losing -= 1
        return 'lost'
      }
      const { count, ms } = slowing
      if (count === 0) return 0
      slowing = { count: count - 1, ms }
      return ms
    },
  }
}
