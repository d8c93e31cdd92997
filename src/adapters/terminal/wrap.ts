import { textWidth } from './text-width.ts'

/** Fills lines of at most `width` columns with pieces that are never cut; one that is wider stands on its own line. */
export function wrap(pieces: readonly string[], separator: string, width: number): readonly string[] {
  if (width === Number.POSITIVE_INFINITY) return [pieces.join(separator)]

  const lines: string[] = []
  let line = ''
  let used = 0
  for (const piece of pieces) {
    const wanted = textWidth(piece)
    const fits = used + separator.length + wanted <= width
    if (used > 0 && !fits) lines.push(line)
    line = used > 0 && fits ? `${line}${separator}${piece}` : piece
    used = used > 0 && fits ? used + separator.length + wanted : wanted
  }
  return [...lines, line]
}

/** Wraps one line of text at its spaces; one that fits stays as it is. */
export function wrapText(text: string, width: number): readonly string[] {
  // Measuring is most of what drawing costs.
  if (width === Number.POSITIVE_INFINITY || textWidth(text) <= width) return [text]
  return wrap(
    text.split(' ').filter((word) => word !== ''),
    ' ',
    width,
  )
}
