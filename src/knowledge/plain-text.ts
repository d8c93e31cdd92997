import type { Block, Phrasing } from './block.ts'
import { collapse } from './markdown/collapse.ts'

/** Writes blocks as plain text: one line a paragraph, heading, list item or table row. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.flatMap(linesOf).join('\n')
}

/** Writes a run of text as one line without Markdown. */
export function plainPhrasing(phrasing: readonly Phrasing[]): string {
  return collapse(phrasing.map((part) => (part.type === 'break' ? ' ' : part.value)).join('')).trim()
}

function linesOf(block: Block): string[] {
  return ownLines(block).filter((line) => line !== '')
}

function ownLines(block: Block): string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [plainPhrasing(block.children)]
    case 'list':
      return block.items.flatMap((item) => item.flatMap(linesOf))
    case 'blockquote':
      return block.children.flatMap(linesOf)
    case 'table':
      return block.rows.map((cells) => cells.map(plainPhrasing).join(' | '))
  }
}
