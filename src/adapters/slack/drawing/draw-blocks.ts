import type { Block, Phrasing } from '../../../responder/answer.ts'
import { tableToList } from '../../drawing/table-to-list.ts'
import { drawPhrasing, type Line } from './draw-phrasing.ts'

/** A block as it is drawn; what stands below a heading follows without a gap. */
export type Drawn = { readonly type: 'header' | 'heading' | 'text'; readonly lines: readonly Line[] }

/** Draws blocks, each as its lines; empty ones are left out. */
export function drawBlocks(blocks: readonly Block[]): readonly Drawn[] {
  return blocks
    .map((block): Drawn => ({ type: typeOf(block), lines: drawBlock(block, { isQuoted: false }) }))
    .filter(({ lines }) => lines.length > 0)
}

/** Draws a sentence or two of our own. */
export function drawText(value: string): readonly Drawn[] {
  return drawBlocks([{ type: 'paragraph', children: [{ type: 'text', value }] }])
}

/** What stands around a block: Slack has no quotation in another. */
type Around = { readonly isQuoted: boolean }

function typeOf(block: Block): Drawn['type'] {
  if (block.type !== 'heading') return 'text'
  return block.depth <= 2 ? 'header' : 'heading'
}

function drawBlock(block: Block, around: Around): readonly Line[] {
  switch (block.type) {
    case 'heading':
      return heading(block.children)
    case 'paragraph':
      return drawPhrasing(block.children)
    case 'list':
      return list(block, around)
    case 'blockquote':
      return quotation(block.children, around)
    case 'table':
      return list(tableToList(block), around)
  }
}

/** One line in bold, which a header shows as plain text. */
function heading(children: readonly Phrasing[]): readonly Line[] {
  return drawPhrasing(joinBold(children))
}

/** Everything up to the next link in bold as one, since styles that touch stay plain. */
function joinBold(children: readonly Phrasing[]): readonly Phrasing[] {
  const parts: Phrasing[] = []
  for (const part of children) {
    const value = part.type === 'break' ? ' ' : part.value
    const last = parts.at(-1)
    const isMore = part.type !== 'link' && last?.type === 'strong'
    if (isMore) parts.pop()
    parts.push(part.type === 'link' ? part : { type: 'strong', value: isMore ? last.value + value : value })
  }
  return parts
}

/** Items that hold nothing are left out. */
function list({ start, items }: Extract<Block, { readonly type: 'list' }>, around: Around): readonly Line[] {
  return items
    .map((item) => item.flatMap((block) => drawBlock(block, around)))
    .filter((lines) => lines.length > 0)
    .flatMap((lines, place) => {
      const mark = start === undefined ? '• ' : `${start + place}. `
      return lines.map((line, number) => behind(number === 0 ? mark : indent, line))
    })
}

/** Wide enough to show in letters of different widths. */
const indent = '    '

function quotation(children: readonly Block[], around: Around): readonly Line[] {
  const lines = children.flatMap((block) => drawBlock(block, { isQuoted: true }))
  return around.isQuoted ? lines : lines.map((line) => behind('&gt; ', line))
}

function behind(mark: string, { plain, mrkdwn }: Line): Line {
  return { plain: `${mark}${plain}`, ...(mrkdwn === undefined ? {} : { mrkdwn: `${mark}${mrkdwn}` }) }
}
