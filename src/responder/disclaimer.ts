/** The advice that ends every answer, in the answer's language. */
export type Disclaimer = {
  /** The whole sentence or two, shown under every answer. */
  readonly text: string
  /** A few words for places with little room, such as notifications. */
  readonly short: string
}
