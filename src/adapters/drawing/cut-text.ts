/** A text of at most so many UTF-16 code units: a longer one is cut between graphemes and ends in "…". */
export function cutText(text: string, maxCharacters: number): string {
  return text.length <= maxCharacters ? text : `${firstGraphemes(text, maxCharacters - 1).trimEnd()}…`
}

/** As many whole graphemes as fit; of a single one that is longer as many code points as fit. */
export function firstGraphemes(text: string, maxCharacters: number): string {
  // One more code unit than fits, so that the last grapheme shows whether it is whole.
  const start = text.slice(0, maxCharacters + 1)
  if (start.length <= maxCharacters) return start
  const whole = [...graphemes.segment(start)].at(-1)?.index ?? 0
  return whole > 0 ? start.slice(0, whole) : start.slice(0, maxCharacters).replace(/[\ud800-\udbff]$/, '')
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
