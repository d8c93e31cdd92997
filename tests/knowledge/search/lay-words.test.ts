import { expect, it } from 'vitest'
import { createLayWords } from '../../../src/knowledge/search/lay-words.ts'
import { stem } from '../../../src/text/stem.ts'
import { shippedWords } from './shipped-search.ts'

const { synonyms, phrases, vocabulary } = createLayWords({
  same: [
    ['medicine', 'pill', 'happy pill'],
    ['gut', 'tummy'],
  ],
  near: [
    ['gut', 'stomach'],
    ['medicine', 'pill'],
  ],
})

function stemsOf(word: string): readonly string[] {
  return synonyms(stem(word)).map((synonym) => synonym.stem)
}

it('synonyms() gives the other words of a line, whatever their ending', () => {
  expect(stemsOf('pills')).toEqual([stem('medicine')])
})

it('synonyms() is surer of words of the same meaning than of near ones', () => {
  const [same, near] = ['tummy', 'stomach'].map((word) =>
    synonyms('gut').find((synonym) => synonym.stem === stem(word)),
  )

  expect(same?.weight).toBeGreaterThan(near?.weight ?? Number.NaN)
  expect(near?.weight).toBeGreaterThan(0)
})

it('synonyms() keeps the surer of two lines that name the same pair', () => {
  expect(synonyms('pill')).toEqual([{ stem: stem('medicine'), weight: synonyms('tummi')[0]?.weight }])
})

it('synonyms() has none for a word without a line, nor for a name that every object has', () => {
  expect([synonyms('liver'), synonyms('constructor'), synonyms('__proto__')]).toEqual([[], [], []])
})

it('phrases stand for the single words of their line', () => {
  const found = phrases.longestAt(['happi', 'pill'], 0)

  expect(found?.length).toBe(2)
  expect(found?.value.map((synonym) => synonym.stem)).toEqual([stem('medicine'), 'pill'])
})

it('vocabulary holds every word of the lists', () => {
  expect([...vocabulary].toSorted()).toEqual(['gut', 'happy', 'medicine', 'pill', 'stomach', 'tummy'])
})

it.each([
  ['pill', 'medicine'],
  ['tummy', 'gut'],
  ['mum', 'parent'],
  ['doc', 'professional'],
  ['microbes', 'bacteria'],
  ['illness', 'condition'],
])('the shipped lay words lead from "%s" to "%s"', (lay, word) => {
  expect(shippedWords.layWords.synonyms(stem(lay)).map((synonym) => synonym.stem)).toContain(stem(word))
})

it.each([
  ['run in my family', 'inherit'],
  ['happy chemical', 'serotonin'],
])('the shipped lay words lead from the phrase "%s" to "%s"', (phrase, word) => {
  const found = shippedWords.layWords.phrases.longestAt(phrase.split(' ').map(stem), 0)

  expect(found?.value.map((synonym) => synonym.stem)).toContain(stem(word))
})
