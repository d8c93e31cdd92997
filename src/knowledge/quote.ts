const maxCharacters = 60

/** Quotes an author's text inside a message, shortened so that the message stays one readable line. */
export function quote(text: string): string {
  return JSON.stringify(text.length > maxCharacters ? `${text.slice(0, maxCharacters)}…` : text)
}
