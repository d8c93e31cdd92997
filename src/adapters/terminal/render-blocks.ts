import type { Block } from '../../responder/answer.ts'
import { limits } from './limits.ts'
import { renderPhrasing } from './render-phrasing.ts'
import { renderTable } from './render-table.ts'
import type { Style } from './style.ts'
import { wrapText } from './wrap.ts'

/** How blocks are drawn. */
export type Drawing = {
  /** Columns, or Infinity for lines that are not wrapped. */
  readonly width: number
  readonly style: Style
}

/** Draws blocks one below the other as lines of plain text. */
export function renderBlocks(blocks: readonly Block[], drawing: Drawing): readonly string[] {
  return blocks.flatMap((block, place) => {
    const before = blocks[place - 1]
    const lines = renderBlock(block, drawing)
    return before === undefined || before.type === 'heading' ? lines : ['', ...lines]
  })
}

function renderBlock(block: Block, drawing: Drawing): readonly string[] {
  switch (block.type) {
    case 'heading':
      return paragraph(renderPhrasing(block.children), drawing).map(drawing.style.bold)
    case 'paragraph':
      return paragraph(renderPhrasing(block.children), drawing)
    case 'list':
      return block.items.flatMap((item, place) => renderItem(item, marker(block.start, place), drawing))
    case 'blockquote':
      return renderBlocks(block.children, narrower(drawing, 2)).map((line) => `> ${line}`.trimEnd())
    case 'table':
      return renderTable(block.rows, drawing.width)
  }
}

function paragraph(lines: readonly string[], { width }: Drawing): readonly string[] {
  return lines.flatMap((line) => wrapText(line, width))
}

function marker(start: number | undefined, place: number): string {
  return start === undefined ? '- ' : `${start + place}. `
}

/** A list inside an item follows its text without a gap, as people write it. */
function renderItem(item: readonly Block[], mark: string, drawing: Drawing): readonly string[] {
  const indent = ' '.repeat(mark.length)
  const lines = item.flatMap((block, place) => [
    ...(place > 0 && block.type !== 'list' ? [''] : []),
    ...renderBlock(block, narrower(drawing, mark.length)),
  ])
  return [`${mark}${lines[0] ?? ''}`, ...lines.slice(1).map((line) => `${indent}${line}`)].map((line) => line.trimEnd())
}

function narrower(drawing: Drawing, columns: number): Drawing {
  return { ...drawing, width: Math.max(limits.minColumns, drawing.width - columns) }
}
