/** The text of a Markdown file without front matter and signs of formatting, white space collapsed: written apart from `src/`. */
export function markdownText(file: string): string {
  const body = file.replace(/^---\n[\s\S]*?\n---\n/, '')
  return body
    .replace(/^#+ /gm, '')
    .replace(/^\s*(?:[-*]|\d+\.) /gm, '')
    .replace(/^> ?/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*+/g, '')
    .replace(/\s+/g, ' ')
}

/** Cuts text into sentences, white space collapsed. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .replace(/\s+/g, ' ')
    .split(/(?<=[.!?]) /)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}
