import { slug as slugOf } from 'github-slugger'
import type { Heading, Root, RootContent } from 'mdast'
import { plainPhrasing } from '../plain-text.ts'
import type { Report } from '../problem.ts'
import { quote } from '../quote.ts'
import type { LinkTargets } from './check-markdown.ts'
import { toPhrasing } from './to-phrasing.ts'

/** A heading of level 1 to 3, and what stands between it and the next one. */
export type Section = {
  readonly level: number
  readonly heading: string
  /** `overview` for the title, whatever its words. */
  readonly slug: string
  /** Slug of the level-2 section that a level-3 section stands in. */
  readonly parent?: string
  /** Slugs of the level-3 sections in a level-2 section. */
  readonly children: readonly string[]
  readonly line: number
  readonly nodes: readonly RootContent[]
}

/** Cuts a document's Markdown at its headings of level 1 to 3, in reading order. */
export function readSections(root: Root, targets: LinkTargets, report: Report): readonly Section[] {
  const cuts = root.children.flatMap((node, index) => (isCut(node) ? [{ node, index }] : []))
  const sections: Section[] = []
  let parent: { readonly slug: string; readonly children: string[] } | undefined

  for (const [position, { node, index }] of cuts.entries()) {
    const heading = plainPhrasing(toPhrasing(node.children, targets))
    const slug = node.depth === 1 ? 'overview' : slugOf(heading)
    const line = node.position?.start.line ?? 1
    const nodes = root.children.slice(index + 1, cuts[position + 1]?.index)
    const section = { level: node.depth, heading, slug, children: [], line, nodes }

    reportPlace(section, parent !== undefined, report)
    if (node.depth < 3) parent = node.depth === 2 ? section : undefined
    const above = node.depth === 3 ? parent : undefined
    above?.children.push(slug)
    sections.push(above === undefined ? section : { ...section, parent: above.slug })
  }

  reportTitle(root, sections, report)
  return sections.filter(({ level }, position) => level > 1 || position === 0)
}

function reportPlace({ level, heading, slug, line }: Section, hasParent: boolean, report: Report): void {
  if (slug === '') report(line, `a heading without words: ${quote(heading)}`, 'name the section, or remove the heading')
  if (level === 3 && !hasParent) {
    report(line, `${quote(heading)} stands in no section of level 2`, 'begin its heading with "## "')
  }
}

function isCut(node: RootContent): node is Heading {
  return node.type === 'heading' && node.depth <= 3
}

function reportTitle(root: Root, sections: readonly Section[], report: Report): void {
  const [title, ...others] = sections.filter(({ level }) => level === 1)
  const first = root.children[0]?.position?.start.line ?? 1
  if (title === undefined) {
    report(first, 'there is no title heading', 'begin the text with "# " and the title')
    return
  }

  if (title.line !== first) report(first, 'text stands before the title', 'move it below the "# " heading')
  for (const { line } of others) report(line, 'there is a second title', 'begin its heading with "## "')
}
