import type { List, ListItem, RootContent, Table } from 'mdast'
import type { Block } from '../block.ts'
import type { LinkTargets } from './check-markdown.ts'
import { toPhrasing } from './to-phrasing.ts'

/** Turns the Markdown of one passage into blocks; what draws nothing (an empty item, a thematic break) is left out. */
export function toBlocks(nodes: readonly RootContent[], targets: LinkTargets): readonly Block[] {
  return nodes.flatMap((node) => toBlock(node, targets))
}

/** Markdown's level 4 is the first below a passage, whose own heading is level 1 of the answer. */
const levelsAbove = 2

function toBlock(node: RootContent, targets: LinkTargets): readonly Block[] {
  if (node.type === 'list') return toList(node, targets)
  if (node.type === 'table') return [toTable(node, targets)]
  if (node.type === 'blockquote') {
    const children = toBlocks(node.children, targets)
    return children.length > 0 ? [{ type: 'blockquote', children }] : []
  }
  if (node.type !== 'heading' && node.type !== 'paragraph') return []

  const children = toPhrasing(node.children, targets)
  if (children.length === 0) return []
  return [
    node.type === 'paragraph'
      ? { type: 'paragraph', children }
      : { type: 'heading', depth: node.depth - levelsAbove, children },
  ]
}

function toList(node: List, targets: LinkTargets): readonly Block[] {
  const items = node.children
    .map((item: ListItem) => toBlocks(item.children, targets))
    .filter(({ length }) => length > 0)
  if (items.length === 0) return []

  return [{ type: 'list', ...(node.ordered && { start: node.start ?? 1 }), items }]
}

function toTable(node: Table, targets: LinkTargets): Block {
  return {
    type: 'table',
    rows: node.children.map((row) => row.children.map((cell) => toPhrasing(cell.children, targets))),
  }
}
