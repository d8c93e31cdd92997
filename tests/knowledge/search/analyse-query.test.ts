import { expect, it } from 'vitest'
import { createAnalyseQuery } from '../../../src/knowledge/search/analyse-query.ts'
import { shippedVocabulary } from './shipped-vocabulary.ts'

const analyse = createAnalyseQuery(shippedVocabulary)

/** The words and phrases of a question that say what it is about, and the ones that set the scene in brackets. */
function unitsOf(text: string): string {
  return analyse(text)
    .units.filter(({ role }) => role !== 'kind')
    .map(({ surface, role }) => (role === 'scene' ? `(${surface})` : surface))
    .join(', ')
}

it.each([
  // small words carry no topic
  ['is it in the gut?', 'gut'],
  // a known phrase is one thing
  ['does it run in my family', 'run in my family'],
  // words that set the scene
  ['my friend told me about tryptophan', '(friend), (told), tryptophan'],
  // small words alone
  ['what about it?', ''],
])('analyse() takes from "%s": %s', (text, expected) => {
  expect(unitsOf(text)).toBe(expected)
})

it('analyse() tells which kind of section is asked for', () => {
  expect([...analyse('how is it treated?').kinds]).toEqual(['treatment'])
})

it('analyse() finds no term for a word that no document has', () => {
  expect(analyse('zorblaxium').units).toMatchObject([{ surface: 'zorblaxium', terms: [], role: 'topic' }])
})

it('analyse() takes a lay word for what documents say, less surely than the word itself', () => {
  const [word, lay] = ['gut', 'tummy'].map((text) => analyse(text).units[0]?.terms ?? [])
  const gut = shippedVocabulary.index.stems.get('gut')

  expect(word).toContainEqual({ term: gut, weight: 1 })
  expect(lay?.find(({ term }) => term === gut)?.weight).toBeLessThan(1)
})

it('analyse() takes rare words for more telling than common ones', () => {
  const [common, rare] = analyse('water tryptophan').units

  expect(common?.information).toBeLessThan(rare?.information ?? 0)
})
