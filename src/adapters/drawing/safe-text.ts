/** White space other than the space, which would begin a new line and with it a new block. */
const breaks = /[\t-\r\u0085\u2028\u2029]+/g

/** Controls, what turns the direction of text, and noncharacters, which `renderPhrasing` uses as marks of its own. */
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef]/gu

/** A text as one line of well-formed Unicode that shows in the order in which it is written. */
export function safeText(text: string): string {
  return text.replace(breaks, ' ').replace(unseen, '').toWellFormed()
}
