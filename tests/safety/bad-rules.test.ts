import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { loadRulesIn } from '../../src/safety/open-triage.ts'
import { neededClasses } from '../../src/safety/rules.ts'

const scratch = mkdtempSync(join(tmpdir(), 'pamphlet-rules-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const rule = {
  id: 'wish-to-die',
  level: 'crisis',
  find: ['want .. die'],
  example: 'i want to die',
  counter: 'my phone died',
}
const good = {
  language: 'en',
  reviewer: 'none',
  reviewed: '2026-11-23',
  spellings: {},
  words: Object.fromEntries(neededClasses.map((name) => [name, [`a${name}`]])),
  idioms: [],
  rules: [rule],
}

/** A folder with files of rules; what is no text is written as YAML, of which JSON is a part. */
function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(scratch, 'safety-'))
  for (const [name, file] of Object.entries(files))
    writeFileSync(join(folder, name), typeof file === 'string' ? file : JSON.stringify(file))
  return folder
}

it('loadRulesIn() loads rules in which nothing is wrong', () => {
  expect([...loadRulesIn(folderOf({ 'rules.en.yaml': good })).keys()]).toEqual(['rules.en.yaml'])
})

it.each([
  ['a class that nobody defines', withRule({ find: ['want .. <dying>'] }), /"<dying>", which is no word and no class/],
  ['a pattern that ends in a gap', withRule({ find: ['want to ..'] }), /"want to \.\." must .* not end in a gap/],
  [
    'a pattern that begins with what may be missing',
    withRule({ find: ['really? want'] }),
    /begin with one that is need/,
  ],
  ['a pattern of too many parts', withRule({ find: ['a b c d e f g h i j k'] }), /must have 1 to 10 parts/],
  ['a fault in what must not stand there', withRule({ unless: ['<joke>'] }), /"<joke>", which is no word and no class/],
  ['a fault in an idiom', { ...good, idioms: [{ ...proof(), find: ['dying to ...'] }] }, /not end in a gap/],
  ['a stem too short to look up', withRule({ find: ['die*'] }), /"die\*" needs 4 letters/],
  ['a class that reading relies on missing', { ...good, words: without(good.words, 'not') }, /classes not are missing/],
  ['an id that stands twice', { ...good, rules: [rule, rule] }, /the id "wish-to-die" stands twice/],
  ['a field that nobody knows', withRule({ weight: '3' }), /"weight"[\s\S]*rules\[0\]/],
  ['a level that nobody knows', withRule({ level: 'panic' }), /"crisis"\|"emergency"[\s\S]*rules\[0\]\.level/],
  ['a rule without an example', { ...good, rules: [without(rule, 'example')] }, /rules\[0\]\.example/],
  ['a rule without a counter-example', { ...good, rules: [without(rule, 'counter')] }, /rules\[0\]\.counter/],
  ['no reviewer', without(good, 'reviewer'), /reviewer/],
  ['a date that is none', { ...good, reviewed: 'last week' }, /date[\s\S]*reviewed/],
  ['what is no YAML', 'language: [en', /flow sequence|flow collection/i],
  ['an alias', 'language: &en en\nreviewer: *en\n', /alias/i],
  ['nothing', '', /expected object/],
])('loadRulesIn() refuses %s, and names the file', (_, file, fault) => {
  const load = () => loadRulesIn(folderOf({ 'rules.en.yaml': file }))

  expect(load).toThrow(fault)
  expect(load).toThrow(/Cannot load ".*rules\.en\.yaml"/)
})

it('loadRulesIn() names all that is wrong with a file at once', () => {
  const words = without(good.words, 'not')
  const rules = [rule, { ...rule, find: ['<one>', 'want ..'], unless: ['<two>'] }]
  const load = () => loadRulesIn(folderOf({ 'rules.en.yaml': { ...good, words, rules } }))

  expect(load).toThrow(/not are missing/)
  expect(load).toThrow('<one>')
  expect(load).toThrow('want ..')
  expect(load).toThrow('<two>')
  expect(load).toThrow('stands twice')
})

it('loadRulesIn() names every file that is wrong at once', () => {
  const folder = folderOf({
    'rules.en.yaml': withRule({ find: ['<one>'] }),
    'rules.de.yaml': '[',
    'rules.fr.yaml': good,
  })

  expect(() => loadRulesIn(folder)).toThrow(/rules\.de\.yaml[\s\S]*rules\.en\.yaml[\s\S]*<one>/)
  expect(() => loadRulesIn(folder)).not.toThrow(/rules\.fr\.yaml/)
})

it('loadRulesIn() refuses a folder without rules', () => {
  expect(() => loadRulesIn(folderOf({ 'help-lines.yaml': '' }))).toThrow(/there is no file of rules/)
})

function withRule(change: Readonly<Record<string, unknown>>): unknown {
  return { ...good, rules: [{ ...rule, ...change }] }
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
}

function proof() {
  return { example: rule.example, counter: rule.counter }
}
