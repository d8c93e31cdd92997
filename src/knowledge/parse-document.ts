import type { Document, Passage } from './document.ts'
import { type FrontMatter, parseFrontMatter } from './front-matter/parse-front-matter.ts'
import { splitFrontMatter } from './front-matter/split-front-matter.ts'
import { InvalidDocument } from './invalid-document.ts'
import { checkCharacters } from './markdown/check-characters.ts'
import { checkMarkdown } from './markdown/check-markdown.ts'
import { checkPassages } from './markdown/check-passages.ts'
import { checkShape } from './markdown/check-shape.ts'
import { limits, tooLarge } from './markdown/limits.ts'
import { parseMarkdown } from './markdown/parse-markdown.ts'
import { readSections, type Section } from './markdown/read-sections.ts'
import { toPassages } from './markdown/to-passages.ts'
import type { Problem, Report } from './problem.ts'
import { quote } from './quote.ts'

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
