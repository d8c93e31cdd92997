import { expect, it } from 'vitest'
import { createSearch } from '../../../src/knowledge/search/create-search.ts'
import { gardenDocuments, shippedDocuments, search as shippedSearch, shippedWords } from './shipped-search.ts'

const search = createSearch([...gardenDocuments, ...shippedDocuments], shippedWords)

it.each([
  // every document treats, prevents and explains: the name decides which
  ['how do I treat root rot', 'root-rot'],
  ['how do I get rid of aphids', 'aphids'],
  ['how do I prevent powdery mildew', 'powdery-mildew'],
  ['what causes low serotonin', 'low-serotonin'],
  // a typing error in the name
  ['what eats my lettuce, are there slgus', 'slugs'],
  // the other name of a topic
  ['mildew on my roses', 'powdery-mildew'],
])('search() finds the right document first for "%s"', (question, document) => {
  expect(search(question).hits[0]?.passage.document).toBe(document)
})

it.each([
  // the phrasing of an educator, though the heading does not say "treat"
  ['how do I treat root rot', 'root-rot', 'saving-the-plant'],
  // a heading of many documents
  ['what does powdery mildew look like', 'powdery-mildew', 'signs'],
])('search() finds the right section of the right document for "%s"', (question, document, section) => {
  expect(search(question).hits[0]?.passage).toMatchObject({ document, section })
})

it('search() looks only in the documents that it is told', () => {
  const { hits } = search('do aphids and slugs harm leaves', { within: ({ name }) => name === 'slugs', limit: 20 })

  expect(hits.length).toBeGreaterThan(0)
  expect(hits.every(({ passage }) => passage.document === 'slugs')).toBe(true)
})

it('search() finds nothing where it may look in no document', () => {
  expect(search('how do I treat root rot', { within: () => false })).toMatchObject({ hits: [], confidence: 0 })
})

it('search() restricted to one document does not change the next search', () => {
  const before = search('how do I get rid of aphids')

  search('how do I get rid of aphids', { within: ({ name }) => name === 'slugs' })

  expect(search('how do I get rid of aphids')).toEqual(before)
})

it('search() names the language of every hit', () => {
  expect(shippedSearch('why is serotonin low').hits.map(({ language }) => language)).toContain('en')
})

it('createSearch() over no document finds nothing and does not fail', () => {
  const { hits, confidence } = createSearch([], shippedWords)('why is serotonin low')

  expect({ hits, confidence }).toEqual({ hits: [], confidence: 0 })
})
