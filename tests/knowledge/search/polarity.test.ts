import { expect, it } from 'vitest'
import { conflict, isPolarityWord, readPolarities } from '../../../src/knowledge/search/polarity.ts'
import { fold } from '../../../src/text/fold.ts'
import { words } from '../../../src/text/words.ts'

function polaritiesOf(text: string) {
  return readPolarities(words(fold(text)))
}

/** What a text says, as "serotonin low, stress high". */
function said(text: string): string {
  return [...polaritiesOf(text)].map(([quantity, { polarity }]) => `${quantity} ${polarity}`).join(', ')
}

it.each([
  // the state before its quantity
  ['low serotonin', 'serotonin low'],
  ['high serotonin', 'serotonin high'],
  ['too much serotonin', 'serotonin high'],
  ['not enough serotonin', 'serotonin low'],
  ['a lack of serotonin', 'serotonin low'],
  ['elevated levels of serotonin', 'serotonin high'],
  ['to much serotonin', 'serotonin high'],
  // the state after it
  ['my serotonin is too high', 'serotonin high'],
  ['my serotonin is low', 'serotonin low'],
  ['can serotonin go too high', 'serotonin high'],
  ['serotonin overload', 'serotonin high'],
  ['serotonin deficiency', 'serotonin low'],
  // a level, amount or place in between
  ['high levels of serotonin', 'serotonin high'],
  ['my serotonin level is low', 'serotonin low'],
  // two quantities, each with its own state
  ['low serotonin and high stress', 'serotonin low, stress high'],
  // wanting more says nothing about what is
  ['how do i raise serotonin', ''],
  ['how can i increase my serotonin', ''],
  ['what does serotonin do', ''],
  // called both: nobody can tell
  ['is it low serotonin or high serotonin', ''],
  // a state of nothing
  ['too much', ''],
])('readPolarities() reads in "%s": %s', (text, expected) => {
  expect(said(text)).toBe(expected)
})

it.each([
  [
    'a question about too much against a text about too little',
    'too much serotonin',
    'low serotonin',
    'too much serotonin',
  ],
  ['the same state', 'lack of serotonin', 'low serotonin', undefined],
  ['another quantity', 'high stress', 'low serotonin', undefined],
  ['no state at all', 'what is serotonin', 'low serotonin', undefined],
])('conflict() judges %s', (_, question, document, expected) => {
  expect(conflict(polaritiesOf(question), polaritiesOf(document))).toBe(expected)
})

it.each([
  ['low', true],
  ['excessive', true],
  ['serotonin', false],
  ['constructor', false],
])('isPolarityWord() of "%s" is %s', (word, expected) => {
  expect(isPolarityWord(word)).toBe(expected)
})
