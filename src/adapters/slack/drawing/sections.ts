import type { types } from '@slack/bolt'
import { limits } from '../limits.ts'
import type { Drawn } from './draw-blocks.ts'
import type { Line } from './draw-phrasing.ts'
import { plainText } from './plain-text.ts'

/** What is drawn as header blocks and sections, as few as hold it. */
export function toSections(drawn: readonly Drawn[]): readonly (types.HeaderBlock | types.SectionBlock)[] {
  const pieces: Piece[] = []
  for (const [place, each] of drawn.entries()) {
    const piece = toPiece(each)
    const last = pieces.at(-1)
    const gap = gapBefore(drawn[place - 1])
    if (last === undefined || last.type !== piece.type || piece.type === 'header') pieces.push(piece)
    else last.lines.push(...piece.lines.map(({ text }, number) => ({ text, gap: number === 0 ? gap : '\n' })))
  }
  return pieces.flatMap((piece) => toBlocks(piece))
}

/** What is drawn as plain text without any mark, escaped. */
export function toText(drawn: readonly Drawn[]): string {
  return drawn.reduce(
    (text, { lines }, place) => `${text}${gapBefore(drawn[place - 1])}${lines.map(({ plain }) => plain).join('\n')}`,
    '',
  )
}

/** Whether each line has room in a section, the only border at which sections are split. */
export function fitsSections(drawn: readonly Drawn[]): boolean {
  return drawn.every(({ lines }) =>
    lines.every(({ plain, mrkdwn = '' }) => Math.max(plain.length, mrkdwn.length) <= limits.maxSection),
  )
}

/** A text object of lines: mrkdwn where no line could be misread. */
export function toTextObject(lines: readonly Line[]): types.TextObject {
  const [first] = toBlocks(toPiece({ type: 'text', lines }))
  return first?.type === 'section' && first.text !== undefined ? first.text : plainText('…')
}

/** Lines of one kind, each with what stands before it if it is not the first. */
type Piece = {
  readonly type: 'header' | 'mrkdwn' | 'plain'
  readonly lines: { readonly text: string; readonly gap: string }[]
}

function toPiece({ type, lines }: Drawn): Piece {
  const plain = lines.map((line) => ({ text: line.plain, gap: '\n' }))
  if (type === 'header' && plain.length === 1 && (plain[0]?.text.length ?? 0) <= limits.maxHeader) {
    return { type: 'header', lines: plain }
  }
  const mrkdwn = lines.flatMap((line) => (line.mrkdwn === undefined ? [] : [{ text: line.mrkdwn, gap: '\n' }]))
  return mrkdwn.length === lines.length ? { type: 'mrkdwn', lines: mrkdwn } : { type: 'plain', lines: plain }
}

function toBlocks({ type, lines }: Piece): readonly (types.HeaderBlock | types.SectionBlock)[] {
  const texts: string[] = []
  for (const { text, gap } of lines) {
    const last = texts.pop()
    const longer = last === undefined ? text : `${last}${gap}${text}`
    if (last === undefined || longer.length <= limits.maxSection) texts.push(longer)
    else texts.push(last, text)
  }
  if (type === 'header') return texts.map((text) => ({ type, text: plainText(text) }))
  return texts.map((text) => section(type === 'plain' ? plainText(text) : { type, text, verbatim: true }))
}

/** A section that never hides its end behind "see more". */
function section(text: types.TextObject): types.SectionBlock {
  return { type: 'section', text, expand: true }
}

function gapBefore(before: Drawn | undefined): string {
  if (before === undefined) return ''
  return before.type === 'text' ? '\n\n' : '\n'
}
