import type { Definition, Link, LinkReference, Nodes, Root } from 'mdast'
import { httpsUrl, quoteUrl } from '../front-matter/https-url.ts'
import type { Report } from '../problem.ts'
import { quote } from '../quote.ts'
import { checkCharacters } from './check-characters.ts'
import { limits } from './limits.ts'

/** Where each link leads; a link that is not in here is drawn as plain text. */
export type LinkTargets = ReadonlyMap<Nodes, string>

/** Reports all that a document's Markdown must not hold, and resolves its links on the way. */
export function checkMarkdown(root: Root, text: string, report: Report): LinkTargets {
  const targets = new Map<Nodes, string>()
  const definitions = findDefinitions(root)
  const used = new Set<Definition>()

  walk(root, 1, 0, (node, line, depth) => {
    const refused = refusedNodes[node.type]
    if (refused !== undefined) report(line, refused.message, refused.fix)

    if (node.type === 'heading' && depth > 0)
      report(line, 'a heading stands in a list or quote', 'move it out of there')
    if (isContainer(node) && depth === limits.maxNesting) {
      report(line, `the text is nested more than ${limits.maxNesting} deep`, 'move it out of its lists or quotes')
    }
    if (node.type === 'text' || node.type === 'inlineCode') {
      checkCharacters(node.value, line, report)
    }
    if (node.type === 'link') resolve(node, node.url, line)
    if (node.type === 'linkReference' || node.type === 'imageReference') {
      const definition = definitions.get(node.identifier)
      if (definition !== undefined) used.add(definition)
      if (node.type === 'linkReference') resolve(node, definition?.url ?? '', line)
    }
  })
  reportUnused()
  return targets

  function resolve(node: Link | LinkReference, address: string, line: number): void {
    const url = httpsUrl(address)
    if (url !== undefined) targets.set(node, url)
    else if (!isBareAddress(node, text)) report(line, `a link is no https address: ${quoteUrl(address)}`, linkFix)
  }

  function reportUnused(): void {
    walk(root, 1, 0, (node, line) => {
      if (node.type !== 'definition' || used.has(node)) return
      report(line, `no link uses the address of ${quote(`[${node.label ?? node.identifier}]`)}`, 'remove this line')
    })
  }
}

const linkFix = 'write it as https://example.org/page, without a name or password, or remove the link'

const refusedNodes: Readonly<Partial<Record<Nodes['type'], { readonly message: string; readonly fix: string }>>> = {
  html: { message: 'raw HTML is not allowed', fix: 'write it as Markdown, or as \\< where the sign itself is meant' },
  image: { message: 'images are not shown', fix: 'say in words what the image shows' },
  imageReference: { message: 'images are not shown', fix: 'say in words what the image shows' },
  code: { message: 'code blocks are not shown', fix: 'remove the fence, or indent the text by fewer than four spaces' },
  footnoteReference: { message: 'footnotes are not shown', fix: 'move the note into the text' },
  footnoteDefinition: { message: 'footnotes are not shown', fix: 'move the note into the text' },
}

type Visit = (node: Nodes, line: number, depth: number) => void

/** Visits every node with its line and the number of lists and quotes around it; few can be in each other. */
function walk(node: Nodes, parentLine: number, depth: number, visit: Visit): void {
  const line = node.position?.start.line ?? parentLine
  visit(node, line, depth)

  if (!('children' in node)) return
  for (const child of node.children) walk(child, line, depth + (isContainer(node) ? 1 : 0), visit)
}

function isContainer(node: Nodes): boolean {
  return node.type === 'list' || node.type === 'blockquote'
}

/** As in Markdown, the first of two definitions counts. */
function findDefinitions(root: Root): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>()
  walk(root, 1, 0, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
  })
  return definitions
}

/** An address in running text is text: GitHub's Markdown makes e-mail addresses and `www.` names links by itself. */
function isBareAddress(node: Link | LinkReference, text: string): boolean {
  const start = node.position?.start.offset
  return start === undefined || !'[<'.includes(text.charAt(start))
}
