import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadTemplates } from '../../src/responder/load-templates.ts'
import { fill, type Templates } from '../../src/responder/templates.ts'
import { root, templates } from './shipped-bot.ts'

const folder = join(root, 'templates')
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'))
const scratch = mkdtempSync(join(tmpdir(), 'pamphlet-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** Every sentence and word list of a file, by the path of keys that leads to it. */
function leavesOf(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (Array.isArray(value)) return [[path, value.join(', ')]]
  return Object.entries(value ?? {}).flatMap(([key, inner]) => leavesOf(inner, `${path}/${key}`))
}

/** What the bot says: everything but the words that it listens for. */
function saidIn(file: string): readonly (readonly [path: string, text: string])[] {
  const heard = /\/words$|\/fillers$|^\/(?:language|reviewer|reviewed)$/
  return leavesOf(read(file)).filter(([path]) => !heard.test(path))
}

function read(file: string): unknown {
  return parse(readFileSync(join(folder, file), 'utf8'), { schema: 'failsafe' })
}

/** Sentences that a rule finds and that may stand all the same: this one warns that the person's name will be seen. */
const allowed = new Map([['/chat/notes/named', 'a question for age or name']])

/** Places to fill in, such as {words}. */
function placesIn(text: string): readonly string[] {
  return [...new Set(text.match(/\{\w+\}/g))].toSorted()
}

it('there are files for five languages, each named after its language', () => {
  expect(files.toSorted()).toEqual(['de.yaml', 'en.yaml', 'es.yaml', 'fr.yaml', 'pt.yaml'])
  expect([...templates.keys()].toSorted()).toEqual(files.map((file) => file.replace('.yaml', '')).toSorted())
})

it.each(files)('%s has the same sentences as English, with the same places to fill in', (file) => {
  const [here, english] = [file, 'en.yaml'].map((name) => saidIn(name).map(([path, text]) => [path, placesIn(text)]))

  expect(here).toEqual(english)
})

it.each(files)('%s says who reviewed it and when', (file) => {
  const { reviewer, reviewed } = read(file) as Templates

  expect(reviewer).toMatch(/\S/)
  expect(reviewed).toMatch(/^20\d\d-\d\d-\d\d$/)
})

it.each([
  ['a dose', /\d\s*(?:mg|ml|g|µg|mcg)\b/i],
  ['a number', /\d/],
  ['an exclamation mark', /[!¡]/],
  ['an emoji', /\p{Extended_Pictographic}/u],
  ['a promise', /\b(?:promise|guarante|cure|versprech|garant|promet|heil(?:en|t)\b)/i],
  [
    'a question for age or name',
    /\b(?:how old|your (?:age|name)|wie alt|dein(?:e|en)? (?:name|alter)|cuántos años|tu (?:edad|nombre)|quel âge|ton (?:âge|nom)|votre (?:âge|nom)|quantos anos|sua idade|seu nome)/i,
  ],
])('no sentence of any language holds %s', (rule, pattern) => {
  const found = files.flatMap((file) =>
    saidIn(file).filter(([path, text]) => pattern.test(text) && allowed.get(path) !== rule),
  )

  expect(found).toEqual([])
})

it('loadTemplates() refuses a folder without English', () => {
  const folderOf = mkdtempSync(join(scratch, 'none-'))

  expect(() => loadTemplates(folderOf)).toThrow('there is no file for English (add en.yaml)')
})

it('loadTemplates() names the file and the key that is missing or too many', () => {
  const folderOf = mkdtempSync(join(scratch, 'bad-'))
  const english = readFileSync(join(folder, 'en.yaml'), 'utf8')
  writeFileSync(join(folderOf, 'en.yaml'), english.replace('apology:', 'apologies:'))

  expect(() => loadTemplates(folderOf)).toThrow(/bad-[\s\S]*en\.yaml[\s\S]*apolog/)
})

it('fill() puts values into their places and leaves unknown places alone', () => {
  expect(fill('{a} and {b} and {a}', { a: 'x' })).toBe('x and {b} and x')
})

it('fill() does not fill in a value a second time', () => {
  expect(fill('{a} {b}', { a: '{b}', b: '$& y' })).toBe('{b} $& y')
})
