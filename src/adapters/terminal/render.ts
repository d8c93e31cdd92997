import type { Action, Answer, Block } from '../../responder/answer.ts'
import { withPage } from '../drawing/with-page.ts'
import { limits } from './limits.ts'
import { type Drawing, renderBlocks } from './render-blocks.ts'
import { renderPhrasing } from './render-phrasing.ts'
import { safeText } from './safe-text.ts'
import { createStyle } from './style.ts'
import { wrap, wrapText } from './wrap.ts'

export type RenderOptions = {
  /** Columns; Infinity leaves lines unwrapped. */
  readonly width: number
  /** Bold headings, dim source and disclaimer. */
  readonly color: boolean
  /** Whether a number picks an action, as in the chat; else their labels stand in brackets. */
  readonly numbered?: boolean
}

/** Draws an answer as plain text: body, source, actions, and the disclaimer last. */
export function renderText(answer: Answer, { width, color, numbered = false }: RenderOptions): string {
  const drawing: Drawing = { width: Math.max(limits.minColumns, width), style: createStyle(color) }
  const quiet = (lines: readonly string[]) =>
    lines.flatMap((line) => wrapText(line, drawing.width)).map(drawing.style.dim)

  return [
    renderBlocks(withTopic(answer), drawing),
    quiet(renderPhrasing(withPage(answer.source ?? [], answer.page))),
    numbered ? renderChoices(answer.actions, drawing) : renderLabels(answer.actions, drawing),
    quiet([safeText(answer.disclaimer.text).trim()]),
  ]
    .filter((lines) => lines.some((line) => line !== ''))
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

/** The topic stands beside the first heading, or is the heading where there is none. */
function withTopic({ topic, blocks }: Answer): readonly Block[] {
  if (topic === undefined) return blocks

  const place = blocks.findIndex(({ type }) => type === 'heading')
  const heading = blocks[place]
  if (heading?.type !== 'heading') return [{ type: 'heading', depth: 1, children: [text(topic)] }, ...blocks]
  return blocks.with(place, { ...heading, children: [...heading.children, text(`  ·  ${topic}`)] })
}

function text(value: string) {
  return { type: 'text', value } as const
}

function renderChoices(actions: readonly Action[], { width }: Drawing): readonly string[] {
  return actions.flatMap((action, place) => {
    const mark = `[${place + 1}] `
    const [first = '', ...rest] = wrapText(labelOf(action), width - mark.length)
    return [`${mark}${first}`, ...rest.map((line) => `${' '.repeat(mark.length)}${line}`)]
  })
}

function renderLabels(actions: readonly Action[], { width }: Drawing): readonly string[] {
  return wrap(
    actions.map((action) => `[${labelOf(action)}]`),
    '  ',
    width,
  )
}

function labelOf(action: Action): string {
  switch (action.type) {
    case 'passage':
    case 'question':
    case 'topics':
    case 'support':
    case 'country':
    case 'not-about-me':
      return safeText(action.label)
  }
}
