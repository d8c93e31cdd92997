import type { Answer, Phrasing } from '../../responder/answer.ts'
import { cutLabel } from './cut-label.ts'
import { safeUrl } from './safe-url.ts'

/**
 * A source line with the link to the whole text behind it.
 *
 * An address that is not safe is left out together with its words, such as one on `http://127.0.0.1`: whoever reads it
 * elsewhere would come to a machine of their own.
 */
export function withPage(source: readonly Phrasing[], page: Answer['page']): readonly Phrasing[] {
  if (page === undefined) return source
  const url = safeUrl(page.url)
  if (url === undefined) return source

  const link: Phrasing = { type: 'link', value: cutLabel(page.label, maxLabel), url }
  return source.length === 0 ? [link] : [...source, { type: 'text', value: ' · ' }, link]
}

/** Characters of the link's words, so that they leave room for the answer; the longest shipped ones have under 30. */
const maxLabel = 60
