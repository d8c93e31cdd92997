import { renderToString } from 'hono/jsx/dom/server'
import type { Shown } from '../../../src/adapters/web/create-take-step.ts'
import type { AnswerDrawing, Drawing } from '../../../src/adapters/web/drawing/drawing.ts'
import { render } from '../../../src/adapters/web/render.tsx'
import type { Answer } from '../../../src/responder/answer.ts'
import { wordsIn } from '../words.ts'
import { type Element, readHtml } from './read-html.ts'

/** How an answer is drawn for a test: in English, and with one country to choose. */
export const drawing: Drawing = {
  words: wordsIn('en'),
  countries: [{ type: 'country', label: 'Ireland', region: 'IE' }],
  isFramed: false,
}

export type DrawOptions = Partial<AnswerDrawing & Omit<Shown, 'answer'>>

/** Draws an answer as the page does, and reads the HTML. */
export function draw(answer: Answer, options: DrawOptions = {}): Element {
  return readHtml(drawHtml(answer, options))
}

/** The HTML itself. */
export function drawHtml(answer: Answer, options: DrawOptions = {}): string {
  const { words, countries, isFramed, quoted, isStart = false, ...shown } = { ...drawing, ...options }
  return renderToString(render({ answer, carried: {}, ...shown }, { words, countries, isFramed, quoted, isStart }))
}
