/** One line of input without its end. */
export type Line = {
  readonly text: string
  /** The line was longer than what is kept. */
  readonly cut: boolean
}

/**
 * Reads UTF-8 text line by line, asking for more only when a line is wanted.
 *
 * Not `node:readline`: it also ends lines at U+2028, which may stand in JSON, and keeps lines of any length.
 * Lines end in LF or CRLF; a byte order mark is skipped.
 */
export async function* readLines(input: AsyncIterable<Uint8Array>, maxCharacters: number): AsyncGenerator<Line> {
  const decoder = new TextDecoder()
  let text = ''
  let cut = false

  for await (const chunk of input) {
    for (const [place, piece] of decoder.decode(chunk, { stream: true }).split('\n').entries()) {
      if (place > 0) {
        yield { text: withoutReturn(text), cut }
        text = ''
        cut = false
      }
      const room = maxCharacters - text.length
      cut ||= piece.length > room
      text += piece.slice(0, room)
    }
  }

  const last = withoutReturn(text + decoder.decode())
  if (last !== '') yield { text: last, cut }
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
