import type { PhrasingContent } from 'mdast'
import type { Phrasing } from '../block.ts'
import type { LinkTargets } from './check-markdown.ts'
import { collapse } from './collapse.ts'

/**
 * Flattens inline Markdown to runs of text.
 *
 * A link's address outlives emphasis around it, otherwise the outermost mark wins; code and struck-out text are plain.
 */
export function toPhrasing(nodes: readonly PhrasingContent[], targets: LinkTargets): readonly Phrasing[] {
  return tidy(nodes.flatMap((node) => flatten(node, targets, asText)))
}

type Run = Exclude<Phrasing, { readonly type: 'break' }>
type Wrap = (value: string) => Run

const asText: Wrap = (value) => ({ type: 'text', value })
const asEmphasis: Wrap = (value) => ({ type: 'emphasis', value })
const asStrong: Wrap = (value) => ({ type: 'strong', value })

function flatten(node: PhrasingContent, targets: LinkTargets, wrap: Wrap): readonly Phrasing[] {
  const inside = (children: readonly PhrasingContent[], inner: Wrap) =>
    children.flatMap((child) => flatten(child, targets, inner))

  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return [wrap(node.value)]
    case 'break':
      return [{ type: 'break' }]
    case 'emphasis':
      return inside(node.children, wrap === asText ? asEmphasis : wrap)
    case 'strong':
      return inside(node.children, wrap === asText ? asStrong : wrap)
    case 'delete':
      return inside(node.children, wrap)
    case 'link':
    case 'linkReference': {
      const url = targets.get(node)
      return inside(node.children, url === undefined ? wrap : (value) => ({ type: 'link', value, url }))
    }
    case 'footnoteReference':
    case 'html':
    case 'image':
    case 'imageReference':
      // checkMarkdown has refused the document for them.
      return []
  }
}

/** Joins neighbours of one kind, and leaves single spaces between words and none at the edges of a line. */
function tidy(parts: readonly Phrasing[]): readonly Phrasing[] {
  const tidied: Phrasing[] = []
  let isAfterSpace = true

  for (const part of parts) {
    const last = tidied.at(-1)
    if (part.type === 'break') {
      trimEnd(tidied)
      if (tidied.length > 0) tidied.push(part)
      isAfterSpace = true
      continue
    }

    const value: string = isAfterSpace ? collapse(part.value).trimStart() : collapse(part.value)
    if (value === '') continue

    isAfterSpace = value.endsWith(' ')
    if (last !== undefined && isSameKind(last, part)) tidied.splice(-1, 1, { ...part, value: last.value + value })
    else tidied.push({ ...part, value })
  }
  trimEnd(tidied)
  return tidied
}

function isSameKind(last: Phrasing, next: Run): last is Run {
  if (last.type === 'link' && next.type === 'link') return last.url === next.url
  return last.type === next.type
}

function trimEnd(parts: Phrasing[]): void {
  const last = parts.pop()
  if (last === undefined || last.type === 'break') return

  const value = last.value.trimEnd()
  if (value === '') trimEnd(parts)
  else parts.push({ ...last, value })
}
