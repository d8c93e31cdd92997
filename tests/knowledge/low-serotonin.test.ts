import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sentencesOf } from './readability.ts'
import { shippedDocuments } from './search/shipped-search.ts'

const document = shippedDocuments.find(({ name }) => name === 'low-serotonin')
const passages = document?.passages ?? []
const source = join(import.meta.dirname, '../../../shared/source/low-serotonin.source.txt')

function textOf(section: string): string {
  return passages.find((passage) => passage.section === section)?.text ?? ''
}

it('the document has the sections that other programs know by name', () => {
  expect(passages.map(({ section }) => section)).toEqual([
    'overview',
    'reduced-production',
    'ineffective-usage',
    'receptor-problems',
    'causes',
    'genetics',
    'diet',
    'stress',
    'gut-health',
    'medications',
    'health-conditions',
    'what-to-do',
  ])
})

it('the document names its source', () => {
  expect(document?.sources).toMatchObject([{ title: 'Why Low Serotonin?', publisher: 'Askvity' }])
})

it.each([
  ['overview', ['too little', 'not use it well', 'Receptors', 'too few']],
  ['reduced-production', ['precursors', 'Enzymes', 'missing']],
  ['ineffective-usage', ['enough serotonin', 'transport', 'reach', 'respond less', 'resistance']],
  ['receptor-problems', ['too few', 'brain', 'damaged', 'receive']],
  ['causes', ['genetics', 'diet', 'stress', 'gut health', 'medicines', 'other health conditions']],
  ['genetics', ['tendency', 'inherited']],
  ['diet', ['tryptophan', 'amino acid', 'too little']],
  ['stress', ['Chronic', 'use up', 'Over time']],
  ['gut-health', ['large part', 'gut', 'bacteria', 'out of balance']],
  ['medications', ['Some medicines', 'makes', 'uses']],
  ['health-conditions', ['Some', 'indirect']],
  ['what-to-do', ['symptoms', 'healthcare professional', 'changes to the way you live', 'eat', 'medicine', 'regulate']],
])('"%s" holds the facts of its source: %j', (section, facts) => {
  const text = textOf(section)

  expect(facts.filter((fact) => !text.includes(fact))).toEqual([])
})

it('the document says that the exact cause is not always clear', () => {
  expect(textOf('causes')).toContain('not always clear')
})

it.each(['genetics', 'diet', 'stress', 'gut-health', 'medications', 'health-conditions'])(
  '"%s" states what can be, not what is certain',
  (section) => {
    expect(textOf(section)).toMatch(/\b(?:may|can|some)\b/i)
  },
)

it.each(['medications', 'health-conditions'])('"%s" says that the source names none', (section) => {
  expect(textOf(section)).toContain('Our source does not name these')
})

it.each(['medications', 'health-conditions'])('"%s" never comes without what to do', (section) => {
  expect(passages.find((passage) => passage.section === section)?.keepWith).toEqual(['what-to-do'])
})

it.each([
  ['a dose', /\d\s*(?:mg|ml|g)\b/i],
  ['a number', /\d/],
  ['a promise', /\b(?:cure[sd]?|guarantee|boost|always works)\b/i],
  ['an instruction to start or stop a medicine', /\b(?:stop|start) taking\b/i],
])('the text holds no %s', (_, pattern) => {
  expect(passages.filter(({ text }) => pattern.test(text))).toEqual([])
})

it.each(passages.map(({ section, asked }) => [section, asked] as const))(
  '"%s" carries five to ten ways to ask for it, all of them questions of their own',
  (_, asked) => {
    expect(asked.length).toBeGreaterThanOrEqual(5)
    expect(asked.length).toBeLessThanOrEqual(10)
    expect(new Set(asked.map((phrasing) => phrasing.toLowerCase())).size).toBe(asked.length)
    expect(asked.filter((phrasing) => !phrasing.endsWith('?'))).toEqual([])
  },
)

it.skipIf(!existsSync(source))('no sentence is taken over from the source (skipped where ../shared is absent)', () => {
  const theirs = plain(readFileSync(source, 'utf8'))

  const shared = passages.flatMap(({ text }) => sentencesOf(text)).filter((ours) => theirs.includes(plain(ours)))

  expect(theirs).toContain('serotonin')
  expect(shared).toEqual([])
})

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
}
