import type { Block, Phrasing } from '../../../responder/answer.ts'
import { tableToList } from '../../drawing/table-to-list.ts'
import { limits } from '../limits.ts'
import { renderPhrasing } from './render-phrasing.ts'

/** Draws blocks one below the other as Discord's Markdown; empty ones are left out. */
export function renderBlocks(blocks: readonly Block[]): string {
  return drawn(blocks, topLevel).reduce((text, { lines }, place, all) => {
    const before = all[place - 1]
    const gap = before === undefined ? '' : before.block.type === 'heading' ? '\n' : '\n\n'
    return `${text}${gap}${lines.join('\n')}`
  }, '')
}

/** What stands around a block: Discord has headings outside of lists and quotations only, and no quotation in another. */
type Around = { readonly listDepth: number; readonly isQuoted: boolean }

const topLevel: Around = { listDepth: 0, isQuoted: false }

function drawn(blocks: readonly Block[], around: Around) {
  return blocks.map((block) => ({ block, lines: renderBlock(block, around) })).filter(({ lines }) => lines.length > 0)
}

function renderBlock(block: Block, around: Around): readonly string[] {
  switch (block.type) {
    case 'heading':
      return heading(block.children, block.depth <= 2 && around.listDepth === 0 && !around.isQuoted)
    case 'paragraph':
      return linesOf(renderPhrasing(block.children))
    case 'list':
      return list(block, around)
    case 'blockquote':
      return quotation(block.children, around)
    case 'table':
      return list(tableToList(block), around)
  }
}

/** A heading is one line; where there are none, it is a line in bold. */
function heading(children: readonly Phrasing[], isReal: boolean): readonly string[] {
  const line = children.map((part): Phrasing => {
    if (part.type === 'break') return { type: 'text', value: ' ' }
    return isReal || part.type === 'link' ? part : { ...part, type: 'strong' }
  })
  return linesOf(renderPhrasing(line)).map((text) => (isReal ? `### ${text}` : text))
}

/** Items that hold nothing are left out; lists deeper than Discord nests them are drawn at the deepest level. */
function list({ start, items }: Extract<Block, { readonly type: 'list' }>, around: Around): readonly string[] {
  const isDeepest = around.listDepth >= limits.maxListDepth
  const inside = { ...around, listDepth: around.listDepth + 1 }
  return items
    .map((item) => drawn(item, inside).flatMap(({ lines }) => lines))
    .filter((lines) => lines.length > 0)
    .flatMap((lines, place) => {
      const mark = start === undefined ? '- ' : `${start + place}. `
      const indent = isDeepest ? '' : ' '.repeat(mark.length)
      return lines.map((line, number) => `${number === 0 ? mark : indent}${line}`)
    })
}

function quotation(children: readonly Block[], around: Around): readonly string[] {
  const gap = around.listDepth > 0 ? '\n' : '\n\n'
  const inside = drawn(children, { ...around, isQuoted: true }).map(({ lines }) => lines.join('\n'))
  const lines = linesOf(inside.join(gap))
  return around.isQuoted ? lines : lines.map((line) => `> ${line}`)
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n')
}
