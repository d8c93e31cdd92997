import type { types } from '@slack/bolt'
import { cutLabel } from '../../drawing/cut-label.ts'
import { longestFitting } from '../../drawing/cut-paragraph.ts'
import { escapeText } from './escape-text.ts'
import { plainText } from './plain-text.ts'

/** A text as a label of at most so many characters, escaped ones counted as they are sent. */
export function label(text: string, maxCharacters: number): types.PlainTextElement {
  const drawn = (count: number) => escapeText(cutLabel(text, count))
  const count = longestFitting(maxCharacters, (most) => drawn(most).length <= maxCharacters)
  return plainText(drawn(count))
}
