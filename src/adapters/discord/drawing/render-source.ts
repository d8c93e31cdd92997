import type { Phrasing } from '../../../responder/answer.ts'
import { cutText } from '../../drawing/cut-text.ts'
import { limits } from '../limits.ts'
import { renderPhrasing } from './render-phrasing.ts'

/** Draws where a text comes from as one line of small print; a long one loses its addresses first, then its end. */
export function renderSource(source: readonly Phrasing[]): string {
  const line = source.map((part): Phrasing => (part.type === 'break' ? text(' ') : part))
  const words = line.map((part) => ('value' in part ? part.value : '')).join('')
  // Escaping doubles a text at most, so the last one always fits.
  const drawn = [line, [text(words)], [text(cutText(words, limits.maxSource / 2))]].map(renderPhrasing)
  const fitting = drawn.find(({ length }) => length <= limits.maxSource) ?? ''
  return fitting === '' ? '' : `-# ${fitting}`
}

function text(value: string): Phrasing {
  return { type: 'text', value }
}
