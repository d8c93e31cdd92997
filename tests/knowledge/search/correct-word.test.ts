import { expect, it } from 'vitest'
import { createCorrectWord } from '../../../src/knowledge/search/correct-word.ts'
import { shippedVocabulary } from './shipped-vocabulary.ts'

const correctWord = createCorrectWord(shippedVocabulary)

function corrected(typed: string): string {
  return correctWord(typed)
    .map(({ word }) => word)
    .join(' ')
}

it.each([
  // a word of the documents
  ['seratonin', 'serotonin'],
  ['tryptofan', 'tryptophan'],
  ['recptors', 'receptors'],
  // a word of lay people that no document has
  ['prescripton', 'prescription'],
  // short spellings of chat
  ['u', 'you'],
  ['cuz', 'because'],
  // two words run together
  ['serotoninlevels', 'serotonin levels'],
  ['gutbacteria', 'gut bacteria'],
])('createCorrectWord() reads "%s" as "%s"', (typed, meant) => {
  expect(corrected(typed)).toBe(meant)
})

it.each([
  // words of the documents, and forms of them
  'serotonin',
  'inherits',
  // everyday words that lie near a word of the documents
  'guy',
  'died',
  'dress',
  'scene',
  'melted',
  // too short to be sure
  'gt',
  // numbers and names with numbers
  '2026',
  'b12',
  // words that nothing is near to
  'xylophone',
  'zzzzqqq',
  // names that every object has
  'constructor',
  'hasownproperty',
])('createCorrectWord() leaves "%s" as it is', (typed) => {
  expect(correctWord(typed)).toEqual([{ word: typed, certainty: 1 }])
})

it('createCorrectWord() is less sure of a word that it had to correct', () => {
  const [meant] = correctWord('seratonin')

  expect(meant?.certainty).toBeLessThan(1)
})

it('createCorrectWord() leaves a "word" of thousands of letters alone', () => {
  const endless = 'serotonin'.repeat(600)

  expect(correctWord(endless)).toEqual([{ word: endless, certainty: 1 }])
})

it('createCorrectWord() corrects sixty words of a message and leaves the others as they are', () => {
  const before = new Map()
  for (let number = 0; number < 59; number += 1) correctWord(`${'xqz'.repeat(5)}${letters(number)}`, before)

  const [sixtieth, next, again] = ['seratonin', 'tryptofan', 'seratonin'].map((typed) => correctWord(typed, before))

  expect(sixtieth?.[0]?.word).toBe('serotonin')
  expect(next?.[0]?.word).toBe('tryptofan')
  expect(again).toBe(sixtieth)
})

/** Two letters for a number, so that no figure makes a word known. */
function letters(number: number): string {
  return String.fromCharCode(97 + Math.floor(number / 26), 97 + (number % 26))
}
