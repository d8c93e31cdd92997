import type { Passage } from '../document.ts'
import { nearestKey } from '../front-matter/nearest-key.ts'
import type { SectionFacts } from '../front-matter/parse-front-matter.ts'
import type { Report } from '../problem.ts'
import { quote } from '../quote.ts'

/** Reports passages that hold nothing or share a slug, and front matter that names a slug that no passage has. */
export function checkPassages(passages: readonly Passage[], facts: readonly SectionFacts[], report: Report): void {
  const lines = new Map<string, number>()
  for (const passage of passages) {
    reportEmpty(passage, report)

    const earlier = lines.get(passage.section)
    if (earlier !== undefined) reportDoubled(passage, earlier, report)
    lines.set(passage.section, earlier ?? passage.line)
  }

  const known = [...lines.keys()]
  for (const section of facts) reportUnknown(section, known, report)
}

function reportEmpty({ heading, line, text, children }: Passage, report: Report): void {
  if (text !== '' || children.length > 0) return
  report(line, `there is no text under ${quote(heading)}`, 'write it, or remove the heading')
}

function reportDoubled({ heading, section, line }: Passage, earlier: number, report: Report): void {
  const message =
    section === 'overview'
      ? `${quote(heading)} has the slug "overview", which is the text under the title`
      : `${quote(heading)} has the slug ${quote(section)}, as has the heading on line ${earlier}`
  report(line, message, 'word the heading differently')
}

function reportUnknown({ slug, line, keepWith }: SectionFacts, known: readonly string[], report: Report): void {
  if (!known.includes(slug)) report(line, `no heading has the slug ${quote(slug)}`, fixFor(slug, known))

  for (const other of keepWith) {
    if (other.slug === slug) report(other.line, `${quote(slug)} is kept with itself`, 'name another section')
    else if (!known.includes(other.slug)) {
      report(
        other.line,
        `"keep-with" names ${quote(other.slug)}, which no heading has as its slug`,
        fixFor(other.slug, known),
      )
    }
  }
}

function fixFor(slug: string, known: readonly string[]): string {
  const nearest = nearestKey(slug, known)
  return nearest === undefined ? `the slugs are ${known.join(', ')}` : `did you mean "${nearest}"?`
}
