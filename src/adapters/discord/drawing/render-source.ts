import type { Answer, Phrasing } from '../../../responder/answer.ts'
import { cutText } from '../../drawing/cut-text.ts'
import { withPage } from '../../drawing/with-page.ts'
import { limits } from '../limits.ts'
import { renderPhrasing } from './render-phrasing.ts'

/**
 * Draws where a text comes from as one line of small print; a long one loses its addresses first, then its end.
 *
 * The link to the whole text stays, since it is short.
 */
export function renderSource({ source = [], page }: Pick<Answer, 'source' | 'page'>): string {
  const line = source.map((part): Phrasing => (part.type === 'break' ? text(' ') : part))
  const words = line.map((part) => ('value' in part ? part.value : '')).join('')
  // Escaping doubles a text at most, so the last one always fits.
  const fitting = [line, [text(words)], [text(cutText(words, limits.maxSource / 2))]].find(fits) ?? []
  const drawn = renderPhrasing(withPage(fitting, page))
  return drawn === '' ? '' : `-# ${drawn}`
}

function fits(line: readonly Phrasing[]): boolean {
  return renderPhrasing(line).length <= limits.maxSource
}

function text(value: string): Phrasing {
  return { type: 'text', value }
}
