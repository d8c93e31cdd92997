import type { Phrasing } from '../../../responder/answer.ts'
import { safeText } from '../../drawing/safe-text.ts'
import { safeUrl } from '../../drawing/safe-url.ts'
import { escapeMarkdown } from './escape-markdown.ts'

/** Writes a run of text as Discord's Markdown, one line for each hard break; empty lines are left out. */
export function renderPhrasing(phrasing: readonly Phrasing[]): string {
  const urls: string[] = []
  const marked = joined(phrasing).reduce((text, part) => text + mark(part, text, urls), '')
  const lines = marked.split('\n').map((line) => line.trim())
  // All text is escaped in one piece, since a mark may begin in one part and end in the next.
  return escapeMarkdown(lines.filter((line) => line !== '').join('\n'))
    .replaceAll(strong, '**')
    .replaceAll(emphasis, '*')
    .replace(address, () => urls.shift() ?? '')
}

/** Noncharacters, which `safeText` takes out of every text: they stand for our own marks while text is escaped. */
const strong = '\ufdd0'
const emphasis = '\ufdd1'
const address = /\ufdd2/g

function mark(part: Phrasing, before: string, urls: string[]): string {
  switch (part.type) {
    case 'text':
      return safeText(part.value)
    case 'strong':
      return styled(safeText(part.value), strong, before)
    case 'emphasis':
      return styled(safeText(part.value), emphasis, before)
    case 'link':
      return link(safeText(part.value).trim(), safeUrl(part.url), urls)
    case 'break':
      return '\n'
  }
}

/** The words and the address, so that everybody sees where a link leads; angle brackets keep Discord from previewing it. */
function link(value: string, url: string | undefined, urls: string[]): string {
  if (url === undefined) return value
  urls.push(`<${url}>`)
  return value === '' || safeUrl(value) === url ? '\ufdd2' : `${value} \ufdd2`
}

/** Discord reads marks of two styles that touch, or marks inside italics, in ways of its own: words come first there. */
function styled(value: string, sign: string, before: string): string {
  const [, lead = '', words = '', trail = ''] = /^(\s*)(.*?)(\s*)$/.exec(value) ?? []
  const touches = lead === '' && (before.endsWith(strong) || before.endsWith(emphasis))
  if (words === '' || touches || (sign === emphasis && /[*_\\]/.test(words))) return value
  return `${lead}${sign}${words}${sign}${trail}`
}

/** Neighbours of one style as one part. */
function joined(phrasing: readonly Phrasing[]): readonly Phrasing[] {
  const parts: Phrasing[] = []
  for (const part of phrasing) {
    const last = parts.at(-1)
    const isMore = last !== undefined && isStyle(last) && isStyle(part) && last.type === part.type
    if (isMore) parts.pop()
    parts.push(isMore ? { ...part, value: last.value + part.value } : part)
  }
  return parts
}

function isStyle(part: Phrasing): part is Extract<Phrasing, { readonly type: 'text' | 'emphasis' | 'strong' }> {
  return part.type !== 'link' && part.type !== 'break'
}
