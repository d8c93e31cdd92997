import { createHash } from 'node:crypto'
import type { Passage } from '../document.ts'
import type { SectionFacts } from '../front-matter/parse-front-matter.ts'
import { plainText } from '../plain-text.ts'
import type { LinkTargets } from './check-markdown.ts'
import type { Section } from './read-sections.ts'
import { toBlocks } from './to-blocks.ts'

/** What makes passages of sections, besides their Markdown. */
export type PassageContext = {
  /** Name of the document. */
  readonly document: string
  readonly targets: LinkTargets
  readonly facts: readonly SectionFacts[]
}

/** Makes passages of sections, in reading order; a title without text under it makes none. */
export function toPassages(sections: readonly Section[], context: PassageContext): readonly Passage[] {
  const facts = new Map(context.facts.map((fact) => [fact.slug, fact]))
  return sections
    .map((section) => toPassage(section, facts.get(section.slug), context))
    .filter(({ section, text }) => section !== 'overview' || text !== '')
}

function toPassage(section: Section, facts: SectionFacts | undefined, { document, targets }: PassageContext): Passage {
  const { heading, slug, parent, children, line, nodes } = section
  const blocks = toBlocks(nodes, targets)
  const text = plainText(blocks)

  return {
    document,
    section: slug,
    heading,
    ...(parent !== undefined && { parent }),
    children,
    blocks,
    text,
    hash: createHash('sha256').update(text).digest('hex'),
    asked: facts?.asked ?? [],
    keepWith: [...new Set(facts?.keepWith.map((reference) => reference.slug))],
    line,
  }
}
