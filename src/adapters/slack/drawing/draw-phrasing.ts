import type { Phrasing } from '../../../responder/answer.ts'
import { safeText } from '../../drawing/safe-text.ts'
import { safeUrl } from '../../drawing/safe-url.ts'
import { escapeMrkdwn } from './escape-mrkdwn.ts'
import { escapeText } from './escape-text.ts'

/** One line in both forms that Slack has, escaped. */
export type Line = {
  readonly plain: string
  /** Absent where Slack would read a mark in the words. */
  readonly mrkdwn?: string
}

/** Draws a run of text, one line for each hard break; empty lines are left out. */
export function drawPhrasing(phrasing: readonly Phrasing[]): readonly Line[] {
  return phrasing
    .map(sign)
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(drawLine)
}

/** Noncharacters, which `safeText` takes out of every text: they stand around bold, italics and addresses meanwhile. */
const strong = '\ufdd0'
const emphasis = '\ufdd1'
const open = '\ufdd2'
const close = '\ufdd3'

const signs = /[\ufdd0-\ufdd3]/g
const addresses = /\ufdd2([^\ufdd3]*)\ufdd3/g

function sign(part: Phrasing): string {
  switch (part.type) {
    case 'text':
      return safeText(part.value)
    case 'strong':
      return around(safeText(part.value), strong)
    case 'emphasis':
      return around(safeText(part.value), emphasis)
    case 'link':
      return link(safeText(part.value).trim(), safeUrl(part.url))
    case 'break':
      return '\n'
  }
}

/** Words that hold a mark are not styled: theirs and ours could be taken for one. */
function around(value: string, mark: string): string {
  const [, lead = '', words = '', trail = ''] = /^(\s*)(.*?)(\s*)$/.exec(value) ?? []
  return words === '' || /[*＊_＿~～]/.test(words) ? value : `${lead}${mark}${words}${mark}${trail}`
}

/** The words and the address, so that everybody sees where a link leads. */
function link(value: string, url: string | undefined): string {
  if (url === undefined) return value
  const shown = `${open}${url}${close}`
  return value === '' || safeUrl(value) === url ? shown : `${value} ${shown}`
}

function drawLine(line: string): Line {
  const apart = line.replace(runsInto, ' $&').replace(runsOn, '$& ')
  const plain = escapeText(apart.replace(signs, ''))
  // Only the words are looked at: an address is no text, and our own signs stand where marks will.
  const isPlain = escapeMrkdwn(apart.replace(addresses, ' ').replace(signs, '')) === undefined
  return isPlain ? { plain } : { plain, mrkdwn: marked(escapeText(apart)) }
}

/** An address that would run together with the words around it. */
const runsInto = /(?<=[^\s("“„«])\ufdd2/g
const runsOn = /\ufdd3(?=[^\s.,;:!?)"”“»])/g

function marked(escaped: string): string {
  return escaped.replace(bold, '*$1*').replace(italics, '_$1_').replace(addresses, '<$1>').replace(signs, '')
}

/** Slack reads marks at borders of words alone; elsewhere the words come first. Two styles that touch stay plain. */
const before = '(?<=^|[\\s(])'
const after = '(?=$|[\\s.,;:!?)])'
const bold = new RegExp(`${before}${strong}([^${strong}]+)${strong}${after}`, 'g')
const italics = new RegExp(`${before}${emphasis}([^${emphasis}]+)${emphasis}${after}`, 'g')
