/** Columns that a text takes in a terminal: one for a grapheme, two for a wide one (Unicode's UAX #11, simplified). */
export function textWidth(text: string): number {
  if (onlyAscii.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += wide.test(segment) ? 2 : 1
  return width
}

const onlyAscii = /^[ -~]*$/
const wide =
  /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]|\ufe0f/u
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
