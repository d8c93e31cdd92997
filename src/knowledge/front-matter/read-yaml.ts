import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml'
import type { Report } from '../problem.ts'
import { quote } from '../quote.ts'
import { findUnsafeYaml } from './find-unsafe-yaml.ts'

/** A value of the front matter and the line it stands on; every scalar is text, as written. */
export type YamlValue =
  | { readonly kind: 'text'; readonly line: number; readonly value: string }
  | { readonly kind: 'list'; readonly line: number; readonly items: readonly YamlValue[] }
  | { readonly kind: 'map'; readonly line: number; readonly entries: readonly YamlEntry[] }

export type YamlEntry = { readonly key: string; readonly line: number; readonly value: YamlValue }

/** Reads the plain part of YAML: text, lists and mappings. No value becomes a date, a number or an object's key. */
export function readYaml(yaml: string, firstLine: number, report: Report): YamlValue | undefined {
  const unsafe = findUnsafeYaml(yaml)
  if (unsafe !== undefined) {
    report(firstLine + lineBreaks(yaml, unsafe.offset), `front matter has ${unsafe.what}`, unsafe.fix)
    return undefined
  }

  const lineCounter = new LineCounter()
  const document = parseDocument(yaml, { schema: 'failsafe', lineCounter, prettyErrors: false })
  const lineAt = (offset: number) => firstLine - 1 + Math.max(1, lineCounter.linePos(offset).line)

  const [error] = document.errors
  if (error !== undefined) {
    const { message, fix } = wordError(error, yaml)
    report(lineAt(error.pos[0]), message, fix)
    return undefined
  }
  return toValue(document.contents, firstLine, lineAt)
}

type Wording = { readonly message?: string; readonly fix: string }

/** The library's own message stands where there is none here. */
const wordings: Readonly<Record<string, Wording>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'there is a second ": " on the line',
    fix: 'put a value that contains ": " in quotes, and indent fields of one level alike',
  },
  MISSING_CHAR: { fix: 'close the quotes or brackets' },
  BAD_SCALAR_START: { fix: 'put the value in quotes' },
  TAB_AS_INDENT: { message: 'the line begins with a tab', fix: 'indent with spaces' },
}

const anyFix = 'indent with spaces, and put values with special characters in quotes'

function wordError(
  { code, message, pos }: YAMLError,
  yaml: string,
): { readonly message: string; readonly fix: string } {
  if (code === 'DUPLICATE_KEY') {
    const key = /^[^:\n]*/.exec(yaml.slice(pos[0]))?.[0].trim() ?? ''
    return { message: `front matter has ${quote(key)} twice`, fix: 'keep one of them' }
  }
  const wording = wordings[code]
  return { message: `front matter is not valid YAML: ${wording?.message ?? message}`, fix: wording?.fix ?? anyFix }
}

function toValue(node: unknown, parentLine: number, lineAt: (offset: number) => number): YamlValue {
  const line = lineOf(node, lineAt) ?? parentLine

  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => {
      const keyLine = lineOf(key, lineAt) ?? line
      return { key: textOf(key), line: keyLine, value: toValue(value, keyLine, lineAt) }
    })
    return { kind: 'map', line, entries }
  }
  if (isSeq(node)) return { kind: 'list', line, items: node.items.map((item) => toValue(item, line, lineAt)) }

  return { kind: 'text', line, value: textOf(node) }
}

/** The failsafe schema makes every scalar a string. */
function textOf(node: unknown): string {
  return isScalar(node) && typeof node.value === 'string' ? node.value : ''
}

function lineOf(node: unknown, lineAt: (offset: number) => number): number | undefined {
  const ranged = isMap(node) || isSeq(node) || isScalar(node)
  return ranged && node.range ? lineAt(node.range[0]) : undefined
}

function lineBreaks(text: string, end: number): number {
  return text.slice(0, end).split('\n').length - 1
}
