import { checkCharacters } from '../markdown/check-characters.ts'
import { collapse } from '../markdown/collapse.ts'
import type { Report } from '../problem.ts'
import { quote } from '../quote.ts'
import { nearestKey } from './nearest-key.ts'
import type { YamlEntry, YamlValue } from './read-yaml.ts'

/** Reads fields of the kind a document expects, and reports what is of another kind or empty. */
export type FieldReader = {
  /** The entries of a mapping; with `keys`, any other key is reported. */
  map(value: YamlValue, what: string, keys?: readonly string[]): ReadonlyMap<string, YamlEntry> | undefined
  /** The items of a list that must not be empty; none for an absent field. */
  list(entry: YamlEntry | undefined): readonly YamlValue[]
  /** One line of text, white space collapsed; empty for an absent field. */
  text(entry: YamlEntry | undefined): string
  /** The lines of text in a list, each with its line in the file. */
  texts(entry: YamlEntry | undefined): readonly Line[]
}

type Line = { readonly value: string; readonly line: number }

/** Creates the reader that reports to `report`; `fixes` says how each required field is written. */
export function createFieldReader(report: Report, fixes: ReadonlyMap<string, string>): FieldReader {
  return { map, list, text, texts }

  function map(value: YamlValue, what: string, keys?: readonly string[]) {
    if (value.kind !== 'map') {
      report(value.line, `${what} is not a set of "name: value" lines`, `write "name: value" lines${namesOf(keys)}`)
      return undefined
    }
    for (const { key, line } of value.entries) {
      if (keys !== undefined && !keys.includes(key)) reportUnknown(key, line, what, keys)
    }
    return new Map(value.entries.map((entry) => [entry.key, entry]))
  }

  function reportUnknown(key: string, line: number, what: string, keys: readonly string[]) {
    const nearest = nearestKey(key, keys)
    const fix = nearest === undefined ? `remove it${namesOf(keys)}` : `did you mean "${nearest}"?`
    report(line, `${what} has an unknown field ${quote(key)}`, fix)
  }

  function list(entry: YamlEntry | undefined): readonly YamlValue[] {
    if (entry === undefined) return []

    const { key, line, value } = entry
    if (value.kind === 'list' && value.items.length > 0) return value.items

    const isEmpty = value.kind === 'list' || (value.kind === 'text' && value.value === '')
    if (isEmpty) report(line, `"${key}" is empty`, fixes.get(key) ?? 'list at least one, or remove the field')
    if (!isEmpty) report(line, `"${key}" is not a list`, 'write each on a line of its own that begins with "- "')
    return []
  }

  function text(entry: YamlEntry | undefined): string {
    return entry === undefined ? '' : readLine(entry.value, entry.line, quote(entry.key), fixes.get(entry.key))
  }

  function texts(entry: YamlEntry | undefined): readonly Line[] {
    return list(entry).map((item) => ({
      value: readLine(item, item.line, `an entry of "${entry?.key}"`),
      line: item.line,
    }))
  }

  function readLine(value: YamlValue, at: number, what: string, fix = 'write its text, or remove it'): string {
    if (value.kind !== 'text') {
      report(at, `${what} is not text`, 'write one line of text, in quotes if it has special characters')
      return ''
    }
    const read = collapse(value.value).trim()
    if (read === '') report(at, `${what} is empty`, fix)

    checkCharacters(read, at, report)
    return read
  }
}

function namesOf(keys: readonly string[] | undefined): string {
  return keys === undefined ? '' : `; known are ${keys.join(', ')}`
}
