import type { Answer, Block, Phrasing } from '../../src/responder/answer.ts'

/** The lines of an answer's body, headings included, without any formatting. */
export function linesOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(linesOfBlock)
}

function linesOfBlock(block: Block): readonly string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [textOf(block.children)]
    case 'list':
      return block.items.flatMap(linesOf)
    case 'blockquote':
      return linesOf(block.children)
    case 'table':
      return block.rows.flat().map(textOf)
  }
}

/** A run of text without formatting. */
export function textOf(phrasing: readonly Phrasing[]): string {
  return phrasing.map((part) => (part.type === 'break' ? '\n' : part.value)).join('')
}

/** Everything an answer says beside its disclaimer, as one line. */
export function bodyOf({ blocks }: Answer): string {
  return linesOf(blocks).join(' ')
}

/** The sections among the actions of an answer. */
export function sectionsOf({ actions }: Pick<Answer, 'actions'>): readonly string[] {
  return actions.flatMap((action) => (action.type === 'passage' ? [action.section] : []))
}
