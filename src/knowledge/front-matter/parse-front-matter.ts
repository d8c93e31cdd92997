import { isCalendarDay } from '../calendar-day.ts'
import type { Source } from '../document.ts'
import type { Report } from '../problem.ts'
import { quote } from '../quote.ts'
import { createFieldReader, type FieldReader } from './field-reader.ts'
import { httpsUrl, quoteUrl } from './https-url.ts'
import { readYaml, type YamlEntry, type YamlValue } from './read-yaml.ts'

/** What a document's front matter says. A field with a problem is left empty, and the problem reported. */
export type FrontMatter = {
  readonly title: string
  readonly language: string
  readonly sources: readonly Source[]
  readonly reviewer: string
  readonly reviewed: string
  readonly reviewBy: string
  readonly aliases: readonly string[]
  readonly sections: readonly SectionFacts[]
}

/** What the front matter says about one section. */
export type SectionFacts = {
  readonly slug: string
  readonly line: number
  readonly asked: readonly string[]
  readonly keepWith: readonly SlugReference[]
}

/** A slug that the front matter names, and the line where it does. */
type SlugReference = { readonly slug: string; readonly line: number }

/** The fields that every document has, with how each is written. */
const requiredFields = [
  { key: 'title', what: '"title"', fix: 'write it as title: Why sleep matters' },
  { key: 'language', what: '"language"', fix: 'write it as a BCP 47 tag, en or pt-BR' },
  { key: 'sources', what: '"sources"', fix: 'list at least one, "- title: Sleep Basics"' },
  { key: 'reviewer', what: '"reviewer"', fix: 'write who reviewed the text, or none' },
  { key: 'reviewed', what: '"reviewed" date', fix: 'write it as 2026-11-23' },
  { key: 'review-by', what: '"review-by" date', fix: 'write it as 2027-11-23' },
] as const

const fixes: ReadonlyMap<string, string> = new Map(requiredFields.map(({ key, fix }) => [key, fix]))

const keys = [...requiredFields.map(({ key }) => key), 'aliases', 'sections']

/** Reads front matter that begins on line 2 of its file; undefined where it is no mapping. */
export function parseFrontMatter(yaml: string, report: Report): FrontMatter | undefined {
  const root = readYaml(yaml, 2, report)
  if (root === undefined) return undefined

  const read = createFieldReader(report, fixes)
  const fields = read.map(root, 'front matter', keys)
  if (fields === undefined) return undefined

  for (const { key, what, fix } of requiredFields) {
    if (!fields.has(key)) report(1, `front matter has no ${what}`, fix)
  }

  const reviewed = readDay(fields.get('reviewed'), report, read)
  const reviewBy = readDay(fields.get('review-by'), report, read)
  if (reviewed !== '' && reviewBy !== '' && reviewBy < reviewed) {
    const line = fields.get('review-by')?.line ?? 1
    report(line, `"review-by" ${reviewBy} is before "reviewed" ${reviewed}`, 'write a later day')
  }

  return {
    title: read.text(fields.get('title')),
    language: readLanguage(fields.get('language'), report, read),
    sources: readSources(fields.get('sources'), report, read),
    reviewer: read.text(fields.get('reviewer')),
    reviewed,
    reviewBy,
    aliases: read.texts(fields.get('aliases')).map(({ value }) => value),
    sections: readSections(fields.get('sections'), read),
  }
}

function readDay(entry: YamlEntry | undefined, report: Report, read: FieldReader): string {
  const day = read.text(entry)
  if (entry === undefined || day === '' || isCalendarDay(day)) return day

  report(entry.line, `${quote(entry.key)} is not a day of the calendar: ${quote(day)}`, 'write it as 2026-11-23')
  return ''
}

function readLanguage(entry: YamlEntry | undefined, report: Report, read: FieldReader): string {
  const language = read.text(entry)
  if (entry === undefined || language === '') return ''

  const canonical = canonicalLanguage(language)
  if (canonical === undefined) {
    report(entry.line, `"language" is not a BCP 47 tag: ${quote(language)}`, 'write it as en or pt-BR')
  }
  return canonical ?? ''
}

/** No language has a subtag of more than three letters, though the grammar reserves them: "english" would pass. */
function canonicalLanguage(tag: string): string | undefined {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return undefined

  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

function readSources(entry: YamlEntry | undefined, report: Report, read: FieldReader): Source[] {
  return read.list(entry).flatMap((item) => readSource(item, report, read))
}

function readSource(item: YamlValue, report: Report, read: FieldReader): Source[] {
  const fields = read.map(item, 'a source', ['title', 'publisher', 'url'])
  if (fields === undefined) return []

  if (!fields.has('title')) report(item.line, 'a source has no "title"', 'write it as "- title: Sleep Basics"')
  const title = read.text(fields.get('title'))
  const publisher = read.text(fields.get('publisher'))
  const address = read.text(fields.get('url'))
  const url = httpsUrl(address)
  if (address !== '' && url === undefined) {
    const line = fields.get('url')?.line ?? item.line
    report(
      line,
      `the "url" of a source is no https address: ${quoteUrl(address)}`,
      'write it as https://example.org/page',
    )
  }
  return [{ title, ...(publisher !== '' && { publisher }), ...(url !== undefined && { url }) }]
}

function readSections(entry: YamlEntry | undefined, read: FieldReader): SectionFacts[] {
  if (entry === undefined) return []

  const sections = read.map(entry.value, '"sections"')
  return [...(sections?.values() ?? [])].map((section) => {
    const fields = read.map(section.value, `section ${quote(section.key)}`, ['asked', 'keep-with'])
    return {
      slug: section.key,
      line: section.line,
      asked: read.texts(fields?.get('asked')).map(({ value }) => value),
      keepWith: read.texts(fields?.get('keep-with')).map(({ value, line }) => ({ slug: value, line })),
    }
  })
}
