/** Reads the marks that open quotes and lists at the start of a line of Markdown: `> `, `- `, `1. `. */
export function readLinePrefix(line: string): LinePrefix {
  let marks = 0
  let columns = 0
  if (thematicBreak.test(line)) return { marks, columns }

  token.lastIndex = 0
  for (let found = token.exec(line); found !== null; found = token.exec(line)) {
    const [text] = found
    if (text.trim() !== '') marks += 1
    columns += text.replaceAll('\t', '    ').length
  }
  return { marks, columns }
}

/** What stands before the text of a line. */
export type LinePrefix = {
  /** The line opens no more quotes and lists than these. */
  readonly marks: number
  /** Every list that the line continues takes two or more of these. */
  readonly columns: number
}

/** It looks like a list in a list, and is a line across the page. */
const thematicBreak = /^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/

const token = /[ \t]+|>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/y
