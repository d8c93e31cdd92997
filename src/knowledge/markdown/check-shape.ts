import type { Report } from '../problem.ts'
import { limits } from './limits.ts'
import { type LinePrefix, readLinePrefix } from './read-line-prefix.ts'
import { weighMarks } from './weigh-marks.ts'

/** Reports what makes a text too long or deep for the Markdown parser; true if it may be parsed. */
export function checkShape(text: string, report: Report): boolean {
  const file = { lines: 0, characters: 0, marks: 0 }
  let block = { lines: 0, characters: 0, marks: 0 }

  for (const line of text.split('\n')) {
    const prefix = readLinePrefix(line)
    const marks = weighMarks(line) + 2 * prefix.marks
    if (line.trim() === '') block = { lines: 0, characters: 0, marks: 0 }
    for (const size of [file, block]) {
      size.lines += 1
      size.characters += line.length
      size.marks += marks
    }

    const excess = excesses.find(({ applies }) => applies({ file, block, prefix }))
    if (excess === undefined) continue

    report(file.lines, excess.message, excess.fix)
    return false
  }
  return true
}

type Size = { readonly lines: number; readonly characters: number; readonly marks: number }
type Sizes = { readonly file: Size; readonly block: Size; readonly prefix: LinePrefix }

const splitFile = 'split it into several documents'
const splitBlock = 'put an empty line between its parts'

const excesses: readonly Excess[] = [
  {
    message: `the text is nested more than ${limits.maxNesting} deep`,
    fix: 'move it out of its lists or quotes',
    applies: ({ prefix }) => prefix.marks > limits.maxNesting || prefix.columns > limits.maxIndent,
  },
  {
    message: `the file has more than ${limits.maxLines} lines`,
    fix: splitFile,
    applies: ({ file }) => file.lines > limits.maxLines,
  },
  {
    message: 'the file has too many marks such as * [ |',
    fix: splitFile,
    applies: ({ file }) => file.marks > limits.maxMarks,
  },
  {
    message: `a paragraph, list or table has more than ${limits.block.maxLines} lines`,
    fix: splitBlock,
    applies: ({ block }) => block.lines > limits.block.maxLines,
  },
  {
    message: `a paragraph, list or table has more than ${limits.block.maxCharacters} characters`,
    fix: splitBlock,
    applies: ({ block }) => block.characters > limits.block.maxCharacters,
  },
  {
    message: 'a paragraph, list or table has too many marks such as * [ |',
    fix: splitBlock,
    applies: ({ block }) => block.marks > limits.block.maxMarks,
  },
]

type Excess = { readonly message: string; readonly fix: string; readonly applies: (sizes: Sizes) => boolean }
