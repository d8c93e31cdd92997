import type { Answer, Phrasing } from '../../../responder/answer.ts'
import { cutText } from '../../drawing/cut-text.ts'
import { withPage } from '../../drawing/with-page.ts'
import { limits } from '../limits.ts'
import { drawPhrasing, type Line } from './draw-phrasing.ts'

/**
 * Draws where a text comes from as one line at most; a long one loses its addresses first, then its end.
 *
 * The link to the whole text stays, since it is short.
 */
export function drawSource({ source = [], page }: Pick<Answer, 'source' | 'page'>): readonly Line[] {
  const line = source.map((part): Phrasing => (part.type === 'break' ? text(' ') : part))
  const words = line.map((part) => ('value' in part ? part.value : '')).join('')
  // Escaping makes a text five times as long at most, so the last one always fits.
  const cut = [limits.maxSource, limits.maxSource / 5].map((most) => [text(cutText(words, most))])
  const fitting = [line, [text(words)], ...cut].find(fits) ?? []
  return drawPhrasing(withPage(fitting, page))
}

function fits(phrasing: readonly Phrasing[]): boolean {
  const [line] = drawPhrasing(phrasing)
  return Math.max(line?.plain.length ?? 0, line?.mrkdwn?.length ?? 0) <= limits.maxSource
}

function text(value: string): Phrasing {
  return { type: 'text', value }
}
