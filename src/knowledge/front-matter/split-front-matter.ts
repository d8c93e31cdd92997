import type { Report } from '../problem.ts'

/** A file cut in two at its fences. */
export type SplitText = {
  /** YAML between the fences; it begins on line 2 of the file. */
  readonly frontMatter: string | undefined
  /** Markdown, with an empty line for every line before it, so that its line numbers are the file's. */
  readonly body: string | undefined
}

const fence = '---'
const maxFrontMatterBytes = 8 * 1024

/** Cuts the front matter off a text whose lines end in `\n`; no fence but `---` alone is known. */
export function splitFrontMatter(text: string, report: Report): SplitText {
  const firstLine = text.split('\n', 1)[0] ?? ''
  if (firstLine !== fence) {
    report(1, openingMessage(firstLine), 'write "---" alone on line 1, then the fields, then "---" alone again')
    return { frontMatter: undefined, body: firstLine.startsWith(fence) ? undefined : text }
  }

  const end = `${text}\n`.indexOf('\n---\n', 3)
  if (end === -1) {
    report(1, 'front matter is not closed', 'write "---" alone on a line after the last field')
    return { frontMatter: undefined, body: undefined }
  }

  const frontMatter = text.slice(4, end + 1)
  const lineCount = frontMatter.split('\n').length + 1
  const body = '\n'.repeat(lineCount) + text.slice(end + 5)
  if (Buffer.byteLength(frontMatter) <= maxFrontMatterBytes) return { frontMatter, body }

  report(1, 'front matter is longer than 8 KiB', 'shorten it, for example the lists under "asked"')
  return { frontMatter: undefined, body }
}

function openingMessage(firstLine: string): string {
  if (!firstLine.startsWith(fence)) return 'there is no front matter'
  return `front matter opens with ${JSON.stringify(firstLine.slice(0, 20))}`
}
