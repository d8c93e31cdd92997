import { cutText } from './cut-text.ts'
import { safeText } from './safe-text.ts'

/** A text as a label, which platforms show as it is: one line, never empty. */
export function cutLabel(text: string, maxCharacters: number): string {
  const label = safeText(text).replace(/\s+/g, ' ').trim()
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(label) ? cutText(label, maxCharacters) : '…'
}
