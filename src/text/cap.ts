/** Longest question that is read, in graphemes (what a person counts as characters). */
export const maxGraphemes = 2000

/** Cut made before graphemes are counted: normalising a run of combining marks takes quadratic time. */
export const maxCodeUnits = 6000

/** The first part of a question that is read; what follows is ignored. */
export function cap(text: string): string {
  if (text.length <= maxGraphemes) return text
  const cut = text.slice(0, maxCodeUnits).toWellFormed()
  let graphemes = 0
  for (const { index } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(cut)) {
    if (graphemes === maxGraphemes) return cut.slice(0, index)
    graphemes += 1
  }
  return cut
}
