/** An element of a page as a browser would make it. */
export type Element = {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

type Open = {
  readonly tag: string
  readonly attributes: Record<string, string>
  readonly children: (Element | string)[]
}

const empty = new Set(['br', 'img', 'input', 'link', 'meta'])

const references = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
])

/** Reads HTML as our pages write it, and throws at anything else: tags that do not close, bare marks, attributes without quotes. */
export function readHtml(html: string): Element {
  const root: Open = { tag: '', attributes: {}, children: [] }
  const open: Open[] = [root]
  for (const [piece] of html.replace(/^<!doctype html>/, '').matchAll(/<[^>]*>|[^<]+/g)) {
    const inner = open.at(-1) ?? root
    if (!piece.startsWith('<')) {
      inner.children.push(readText(piece))
      continue
    }
    const end = /^<\/([a-z][a-z0-9]*)>$/.exec(piece)
    if (end !== null) {
      if (open.length === 1 || end[1] !== inner.tag) throw new Error(`</${end[1]}> closes <${inner.tag}>`)
      open.pop()
      continue
    }
    const element = readTag(piece)
    inner.children.push(element)
    if (!empty.has(element.tag)) open.push(element)
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.tag}> is not closed`)
  return root
}

/** All elements that a test picks, in the order of the page. */
export function find(root: Element, isWanted: (element: Element) => boolean): readonly Element[] {
  return root.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(isWanted(child) ? [child] : []), ...find(child, isWanted)],
  )
}

/** All elements of a tag. */
export function findTag(root: Element, tag: string): readonly Element[] {
  return find(root, (element) => element.tag === tag)
}

/** All elements of a class. */
export function findClass(root: Element, name: string): readonly Element[] {
  return find(root, ({ attributes }) => (attributes['class'] ?? '').split(' ').includes(name))
}

/** What an element says, a line for each block in it. */
export function textIn({ tag, children }: Element): string {
  if (tag === 'br') return '\n'
  const text = children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
  return blocks.has(tag) ? `\n${text}\n` : text
}

const blocks = new Set(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'td', 'th', 'button', 'option', 'label'])

function readTag(piece: string): Open {
  const found = /^<([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)\/?>$/.exec(piece)
  if (found === null) throw new Error(`This is no tag of ours: ${piece.slice(0, 200)}`)
  const [, tag = '', written = ''] = found
  const attributes = [...written.matchAll(/ ([a-z-]+)="([^"]*)"/g)]
  return {
    tag,
    attributes: Object.fromEntries(attributes.map(([, name, value = '']) => [name, readText(value)])),
    children: [],
  }
}

function readText(text: string): string {
  if (/[<>"]|&(?!amp;|lt;|gt;|quot;|#39;)/.test(text)) throw new Error(`This is not escaped: ${text.slice(0, 200)}`)
  return text.replace(/&[a-z0-9#]+;/g, (reference) => references.get(reference) ?? reference)
}
