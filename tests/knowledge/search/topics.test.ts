import { expect, it } from 'vitest'
import { createTopics } from '../../../src/knowledge/search/topics.ts'
import { gardenDocuments, shippedDocuments } from './shipped-search.ts'

const topics = createTopics(shippedDocuments)

function suggested(typed: string, limit = 5): readonly string[] {
  return topics.suggest(typed, limit).map(({ passage }) => passage.section)
}

it.each([
  // the beginning of a heading
  ['gen', 'genetics'],
  ['medica', 'medications'],
  ['gut', 'gut-health'],
  // in the middle of a heading
  ['usage', 'ineffective-usage'],
  // a word of a phrasing
  ['tryptoph', 'diet'],
  // with a typing error
  ['genetcis', 'genetics'],
  ['recepter prob', 'receptor-problems'],
  // capital letters
  ['STRESS', 'stress'],
  // a space that is typed already
  ['gut ', 'gut-health'],
  // another name of the document leads to its first section
  ['serotonin deficiency', 'overview'],
])('suggest() offers for "%s" the section "%s"', (typed, section) => {
  expect(suggested(typed)).toContain(section)
})

it.each(['', '   '])('suggest() offers the first sections of the library while nothing is typed (%j)', (typed) => {
  expect(suggested(typed, 3)).toEqual(['overview', 'reduced-production', 'ineffective-usage'])
})

it('suggest() offers the first section of each document before any second one while nothing is typed', () => {
  const everything = [...shippedDocuments, ...gardenDocuments]
  const { all, suggest } = createTopics(everything)

  const offered = suggest('', all.length + 1).map(({ passage }) => passage)

  expect(offered.slice(0, everything.length)).toEqual(everything.map(({ passages }) => passages[0]))
  expect(offered).toHaveLength(all.length)
  expect(new Set(offered)).toEqual(new Set(all))
})

it.each([
  // the heading
  ['genetics', 'genetics', 'Genetics'],
  // an asked phrasing
  ['run in families', 'genetics', 'Does low serotonin run in families?'],
  // another name of the document
  ['serotonin deficiency', 'overview', 'serotonin deficiency'],
])('suggest() says under which name it found "%s"', (typed, section, name) => {
  const found = topics.suggest(typed, 5).find(({ passage }) => passage.section === section)

  expect(found?.name).toBe(name)
})

it.each([
  ['the beginning of a title', 'aphi', 'aphids'],
  ['another name', 'mould', 'powdery-mildew'],
  ['a typing error', 'Aphdis', 'aphids'],
])('suggestDocuments() finds a document by %s', (_, typed, name) => {
  const found = createTopics(gardenDocuments).suggestDocuments(typed, 3)

  expect(found[0]?.name).toBe(name)
})

it('suggestDocuments() offers the first documents of the library while nothing is typed, each once', () => {
  const { suggestDocuments } = createTopics(gardenDocuments)

  expect(suggestDocuments(' ', 2)).toEqual(gardenDocuments.slice(0, 2))
  expect(suggestDocuments('s', 100).length).toBeLessThanOrEqual(gardenDocuments.length)
})

it('suggest() offers each section once and no more than asked for', () => {
  const sections = suggested('serotonin', 4)

  expect(sections).toHaveLength(4)
  expect(new Set(sections).size).toBe(4)
})

it('suggest() offers nothing for what is like nothing', () => {
  expect(suggested('qqqqxxxx')).toEqual([])
})

it('suggest() offers sections of every document', () => {
  const found = createTopics(gardenDocuments).suggest('aphids', 3)

  expect(found[0]?.passage.document).toBe('aphids')
})

it('suggest() of an empty library is empty', () => {
  expect(createTopics([]).suggest('stress', 5)).toEqual([])
})

it.each(['a'.repeat(200_000), 'serotonin '.repeat(1_000), '|'.repeat(10_000), '__proto__', '\ud83d', '^$.*+?()[]{}\\'])(
  'suggest() neither fails nor is slow at hostile input: %#',
  (typed) => {
    const started = performance.now()

    expect(suggested(typed).length).toBeLessThanOrEqual(5)

    expect(performance.now() - started).toBeLessThan(2_000)
  },
)
