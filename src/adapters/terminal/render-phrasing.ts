import type { Phrasing } from '../../responder/answer.ts'
import { safeText } from './safe-text.ts'

/** Writes a run of text as plain text, one line for each hard break. */
export function renderPhrasing(phrasing: readonly Phrasing[]): readonly string[] {
  return phrasing
    .map(render)
    .join('')
    .split('\n')
    .map((line) => line.trim())
}

/** A break is the only part that may hold a line end. */
function render(part: Phrasing): string {
  switch (part.type) {
    case 'text':
    case 'emphasis':
    case 'strong':
      return safeText(part.value)
    case 'link':
      return part.value === part.url ? safeText(part.url) : `${safeText(part.value)} (${safeText(part.url)})`
    case 'break':
      return '\n'
  }
}
