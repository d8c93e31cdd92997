import { expect, it } from 'vitest'
import { answerFrom } from '../../../src/responder/decide.ts'
import { search } from './shipped-search.ts'

it.each([
  'high serotonin',
  'why is my serotonin too high',
  'can you have too much serotonin',
  'serotonin overload',
  'what causes elevated serotonin levels',
])('search() has no hit in a text about too little for "%s"', (question) => {
  const { hits, unknown, opposite } = search(question)

  expect(hits).toEqual([])
  expect(opposite).toHaveLength(1)
  expect(unknown).toEqual(expect.arrayContaining([...opposite]))
})

it.each(['low serotonin', 'how do I fix a bicycle', 'is high tide genetic'])(
  'search() leaves out no document as the opposite of "%s"',
  (question) => {
    expect(search(question).opposite).toEqual([])
  },
)

it.each([
  // the state of something else
  ['low serotonin and high stress', 'stress'],
  // wanting more of it is no state
  ['how do I raise serotonin', 'what-to-do'],
  ['can I increase my serotonin', 'what-to-do'],
])('search() still answers "%s"', (question, section) => {
  const { hits, confidence } = search(question)

  expect(hits[0]?.passage.section).toBe(section)
  expect(confidence).toBeGreaterThanOrEqual(answerFrom)
})

it.each([
  // another substance, asked about in the words of the document
  ['is low potassium genetic', 'potassium'],
  ['low dopamine', 'dopamine'],
  ['how much sodium is in bread', 'sodium'],
  // nothing to do with the document
  ['what is the recipe for tomato soup', 'tomato'],
  ['can I take ibuprofen with alcohol', 'ibuprofen'],
  // a name nobody has heard of
  ['does zorblaxium lower serotonin', 'zorblaxium'],
])('search() is not sure of "%s" and names "%s" as unknown', (question, word) => {
  const { confidence, unknown } = search(question)

  expect(confidence).toBeLessThan(answerFrom)
  expect(unknown).toContain(word)
})

it.each([
  // words of the document in another sense
  'stress testing my web server',
  'gut feeling about my boss',
  'transport to the airport',
  'production of steel',
  'genetics of eye colour',
  'family photos on my phone',
  'what to do in London',
  'medication for my dog',
  'diet coke price',
  'what causes thunder',
])('search() does not fall for words in another sense: "%s"', (question) => {
  expect(search(question).confidence).toBeLessThan(answerFrom)
})

it('search() names the most telling unknown word first, each as typed', () => {
  const { unknown } = search('Does Zorblaxium in soup lower serotonin?')

  expect(unknown[0]).toBe('zorblaxium')
})

it('search() is not sure of anything where there is no hit', () => {
  expect(search('qwrtz')).toMatchObject({ hits: [], confidence: 0 })
})

it.each([
  ['why is my serotonin too high', 'high serotonin'],
  ['serotonin overload', 'serotonin overload'],
])('search() names once, as people say it, what "%s" is about', (question, words) => {
  expect(search(question).unknown).toEqual([words])
})

it.each(['what about my body'])('search() is not sure of "%s", which names no topic', (question) => {
  expect(search(question).confidence).toBeLessThan(answerFrom)
})
