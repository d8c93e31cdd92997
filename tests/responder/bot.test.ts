import { expect, it } from 'vitest'
import type { Document } from '../../src/knowledge/document.ts'
import { createBot } from '../../src/responder/create-bot.ts'
import { bodyOf, linesOf, sectionsOf } from './answer-text.ts'
import { bot, botOver, gardenDocuments, helpLines, shippedDocuments, templates, triage } from './shipped-bot.ts'

const everything = botOver([...shippedDocuments, ...gardenDocuments])
const sections = shippedDocuments.flatMap(({ passages }) => passages.map(({ section }) => section))

it('passage() shows a passage that is picked', () => {
  const answer = bot.passage('low-serotonin', 'diet')

  expect(answer).toMatchObject({ outcome: 'answered', language: 'en', receipt: { passages: [{ section: 'diet' }] } })
})

it.each([
  ['low-serotonin', 'no-such-section'],
  ['no-such-document', 'diet'],
  ['__proto__', 'constructor'],
  ['', ''],
])('passage() has none for "%s", "%s"', (document, section) => {
  expect(bot.passage(document, section)).toBeUndefined()
})

it('topics() offers every section of every document', () => {
  const answer = bot.topics()

  expect(answer.outcome).toBe('help')
  expect(sectionsOf(answer)).toEqual(sections)
})

it('topics() speaks the language of the person', () => {
  expect(['es-MX', 'ja'].map((language) => bot.topics({ language }).language)).toEqual(['es', 'en'])
})

it('topics() of one document offers its sections alone, named with their document where several are served', () => {
  const { actions, language } = everything.topics({ document: 'aphids', language: 'fr' })

  expect(language).toBe('fr')
  expect(sectionsOf({ actions })).toEqual(
    gardenDocuments.find(({ name }) => name === 'aphids')?.passages.map(({ section }) => section),
  )
  expect(actions[1]?.label).toBe('How to spot them (Aphids)')
})

it.each(['no-such-document', '', '__proto__'])(
  'topics() of "%s", which there is not, offers everything',
  (document) => {
    expect(everything.topics({ document })).toEqual(everything.topics())
  },
)

const manySections = [...shippedDocuments, ...gardenDocuments].flatMap(({ passages }) => passages)

it('topics() of a large library offers the documents, of a large document its sections', () => {
  const [small] = shippedDocuments as [Document]
  const large = { ...small, name: 'large', passages: [...manySections, ...manySections] }
  const library = botOver([small, large])

  expect(sectionsOf(library.topics())).toHaveLength(2)
  expect(sectionsOf(library.topics({ document: 'large' }))).toHaveLength(60)
  expect(sectionsOf(botOver([large]).topics())).toHaveLength(60)
})

it('places() lists every section that passage() shows, in the order of the library', () => {
  const places = everything.places()

  expect(places.map(({ document, section }) => [document, section])).toEqual(
    manySections.map(({ document, section }) => [document, section]),
  )
  expect(places[5]).toMatchObject(everything.suggest(manySections[5]?.heading ?? '', 1)[0] ?? {})
  expect(places.filter(({ document, section }) => everything.passage(document, section) === undefined)).toEqual([])
  expect(everything.places()).toBe(places)
})

it('suggestDocuments() offers documents for what is being typed, by title or alias', () => {
  const titled = { document: 'low-serotonin', title: 'Why serotonin can be low' }

  expect(everything.suggestDocuments('serotonin defic', 5)[0]).toEqual(titled)
  expect(everything.suggestDocuments('', 3)).toHaveLength(3)
  expect(everything.suggestDocuments('', 3)[0]).toEqual(titled)
})

it.each([
  // the label says it already
  ['genetics', 'genetics', undefined],
  ['why serotonin can be low', 'overview', undefined],
  // an asked phrasing, and another name of the document
  ['run in families', 'genetics', 'Does low serotonin run in families?'],
  ['serotonin deficiency', 'overview', 'serotonin deficiency'],
])('suggest() of "%s" says which name matched where the label does not', (typed, section, matched) => {
  const topic = everything.suggest(typed, 5).find((each) => each.section === section)

  expect(topic?.matched).toBe(matched)
})

it('suggest() offers the first section of each document while nothing is typed', () => {
  const offered = everything.suggest('', 9).map(({ document }) => document)

  expect(new Set(offered).size).toBe(9)
})

it('suggest() offers topics for what is being typed', () => {
  expect(bot.suggest('gene', 3)[0]).toEqual({ document: 'low-serotonin', section: 'genetics', label: 'Genetics' })
  expect(bot.suggest('', 3)).toHaveLength(3)
})

it('suggest() names the document where several are served', () => {
  expect(everything.suggest('genetics', 3)[0]?.label).toBe('Genetics (Why serotonin can be low)')
})

it('rank() gives the nearest passages with their text, best first, whatever becomes of the question', () => {
  const ranked = bot.rank({ text: 'is low potassium genetic' }, 4)
  const scores = ranked.map(({ score }) => score)

  expect(ranked[0]).toMatchObject({ document: 'low-serotonin', section: 'genetics', heading: 'Genetics' })
  expect(ranked[0]?.excerpt).toContain('may be inherited')
  expect(scores).toEqual(scores.toSorted((left, right) => right - left))
  expect(ranked.length).toBeLessThanOrEqual(4)
})

it('rank() and respond() agree on what comes first', () => {
  const [first] = bot.rank({ text: 'is low serotonin genetic?' }, 1)

  expect(bot.respond({ text: 'is low serotonin genetic?' }).receipt?.passages[0]?.section).toBe(first?.section)
})

it('support() shows every line of a country, its emergency number first and the directory, and the choice of another', () => {
  const answer = bot.support({ region: 'IE' })
  const [first = '', ...rest] = linesOf(answer.blocks)

  expect(answer).toMatchObject({ outcome: 'help', actions: [{ type: 'support', countries: true }] })
  expect(first).toMatch(/112/)
  for (const { contact, service } of helpLines.linesFor('IE')) {
    expect(rest.filter((line) => line.includes(contact) && line.includes(service))).toHaveLength(1)
  }
  expect(rest.join(' ')).toContain('Find A Helpline')
})

it('support() says where a line of a country has been checked by nobody', () => {
  const unchecked = templates.get('en')?.help.unchecked ?? ''
  const lines = helpLines.all.map((line) => ({ ...line, verified: '2026-11-23', by: 'A person' }))
  const checked = { ...helpLines, linesFor: () => lines }

  expect(helpLines.linesFor('IE').every(({ verified }) => verified === '')).toBe(true)
  expect(bodyOf(bot.support({ region: 'IE' }))).toContain(unchecked)
  expect(bodyOf(botOver([], { helpLines: checked }).support({ region: 'IE' }))).not.toContain(unchecked)
})

it('support() without a country offers every country in the language of the person, and shows no number', () => {
  const answer = bot.support({ language: 'de-AT' })

  expect(answer.actions.map((action) => action.type === 'country' && action.region)).toHaveLength(
    helpLines.countries.length,
  )
  expect(answer.actions[0]).toEqual({ type: 'country', region: 'AR', label: 'Argentinien' })
  expect(answer.actions).toContainEqual({ type: 'country', region: 'AT', label: 'Österreich' })
  expect(JSON.stringify(answer)).not.toMatch(/\d/)
})

it('apology() says that it failed and where help is, without any document', () => {
  const answer = bot.apology()

  expect(bodyOf(answer)).toContain('local emergency number')
  expect(bodyOf(answer)).toContain('https://findahelpline.com')
  expect(answer).toEqual(botOver([]).apology())
})

it.each([
  // the same question, looked for in one document
  ['how do I get rid of aphids', 'aphids', 'answered'],
  ['how do I get rid of aphids', 'low-serotonin', 'not-found'],
  ['is low serotonin genetic?', 'slugs', 'not-found'],
  // a name that no document has
  ['is low serotonin genetic?', 'no-such-document', 'not-found'],
])('respond() to "%s" in the document "%s" is %s', (text, document, outcome) => {
  expect(everything.respond({ text, document }).outcome).toBe(outcome)
})

it('rank() keeps to the document that is asked for', () => {
  const ranked = everything.rank({ text: 'what causes it and how is it treated', document: 'slugs' }, 20)

  expect(new Set(ranked.map(({ document }) => document))).toEqual(new Set(['slugs']))
})

it('createBot() refuses to go without English templates', () => {
  const foreign = new Map([...templates].filter(([language]) => language !== 'en'))
  const words = { layWords: {} as never, everyday: {} as never }

  expect(() => createBot({ documents: [], words, templates: foreign, triage, helpLines, version: '1.2.3' })).toThrow(
    'needs English templates',
  )
})
