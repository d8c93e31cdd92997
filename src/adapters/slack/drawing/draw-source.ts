import type { Phrasing } from '../../../responder/answer.ts'
import { cutText } from '../../drawing/cut-text.ts'
import { limits } from '../limits.ts'
import { drawPhrasing, type Line } from './draw-phrasing.ts'

/** Draws where a text comes from as one line at most; a long one loses its addresses first, then its end. */
export function drawSource(source: readonly Phrasing[]): readonly Line[] {
  const line = source.map((part): Phrasing => (part.type === 'break' ? text(' ') : part))
  const words = line.map((part) => ('value' in part ? part.value : '')).join('')
  // Escaping makes a text five times as long at most, so the last one always fits.
  const cut = [limits.maxSource, limits.maxSource / 5].map((most) => [text(cutText(words, most))])
  const fitting = [line, [text(words)], ...cut].map(drawPhrasing).find(fits)
  return fitting ?? []
}

function fits([line]: readonly Line[]): boolean {
  return Math.max(line?.plain.length ?? 0, line?.mrkdwn?.length ?? 0) <= limits.maxSource
}

function text(value: string): Phrasing {
  return { type: 'text', value }
}
