/** White space other than the space, which would break a line in two or move the cursor. */
const breaks = /[\t-\r\u0085\u2028\u2029]+/g

/** What a terminal obeys instead of showing: all other controls, ESC among them, and direction overrides. */
const controls = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** A text as one line that cannot steer a terminal. */
export function safeText(text: string): string {
  return text.replace(breaks, ' ').replace(controls, '').toWellFormed()
}
