import { checkCharacters } from './check-characters.ts'
import { checkMarkdown } from './check-markdown.ts'
import { checkPassages } from './check-passages.ts'
import { checkShape } from './check-shape.ts'
import type { Document, Passage } from './document.ts'
import { InvalidDocument } from './invalid-document.ts'
import { limits, tooLarge } from './limits.ts'
import { type FrontMatter, parseFrontMatter } from './parse-front-matter.ts'
import { parseMarkdown } from './parse-markdown.ts'
import type { Problem, Report } from './problem.ts'
import { quote } from './quote.ts'
import { readSections, type Section } from './read-sections.ts'
import { splitFrontMatter } from './split-front-matter.ts'
import { toPassages } from './to-passages.ts'

/**
 * Parses one Markdown file into a document, or throws `InvalidDocument` with every problem of the file.
 *
 * `name` is the file's stem, `file` its path as problems show it.
 */
export function parseDocument(name: string, file: string, text: string): Document {
  const problems: Problem[] = []
  const report: Report = (line, message, fix) => problems.push({ file, line, message, fix })

  if (Buffer.byteLength(text) > limits.maxBytes) throw new InvalidDocument([{ file, line: 1, ...tooLarge }])

  const source = withPlainLineEnds(text)
  checkCharacters(source, 1, report)
  const { frontMatter: yaml, body } = splitFrontMatter(source, report)
  const frontMatter = yaml === undefined ? undefined : parseFrontMatter(yaml, report)
  const passages = body !== undefined && checkShape(body, report) ? readPassages(name, body, frontMatter, report) : []
  if (problems.length > 0 || frontMatter === undefined) throw new InvalidDocument(problems)

  const { title, language, sources, reviewer, reviewed, reviewBy, aliases } = frontMatter
  const reviewedBy = reviewer === noReviewer ? {} : { reviewer }
  return { name, title, language, sources, ...reviewedBy, reviewed, reviewBy, aliases, passages }
}

/** What the front matter says where no clinician has reviewed the text. */
const noReviewer = 'none'

function withPlainLineEnds(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

function readPassages(
  document: string,
  body: string,
  frontMatter: FrontMatter | undefined,
  report: Report,
): readonly Passage[] {
  const root = parseMarkdown(body)
  const targets = checkMarkdown(root, body, report)
  const sections = readSections(root, targets, report)
  const passages = toPassages(sections, { document, targets, facts: frontMatter?.sections ?? [] })

  checkTitle(sections[0], frontMatter?.title ?? '', report)
  checkPassages(passages, frontMatter?.sections ?? [], report)
  return passages
}

function checkTitle(first: Section | undefined, title: string, report: Report): void {
  if (first?.level !== 1 || title === '' || first.heading === title) return

  report(
    first.line,
    `the heading ${quote(first.heading)} is not the title in the front matter, ${quote(title)}`,
    'write them alike',
  )
}
