import { expect, it } from 'vitest'
import { sentences } from '../../src/text/sentences.ts'

it('sentences() cuts at full stops, question marks, exclamation marks and line ends', () => {
  const found = sentences('i feel low. is it my diet? please help! thanks\nbye')

  expect(found.map(({ text }) => text)).toEqual(['i feel low.', 'is it my diet?', 'please help!', 'thanks', 'bye'])
})

it.each([
  // a question mark asks, wherever it is
  ['it is genetic?', true],
  // many people leave the question mark out
  ['is it genetic', true],
  ['how do i raise it', true],
  // a polite word may come first
  ['ok so what causes it', true],
  // telling
  ['my doctor says that it is low', false],
  // a word that only begins like a question word
  ['isolated cases', false],
])('sentences() reads "%s" as a question: %s', (text, isQuestion) => {
  expect(sentences(text)).toEqual([{ text, isQuestion }])
})

it('sentences() keeps a number with a point in one piece', () => {
  expect(sentences('it was 2.5 last year')).toHaveLength(1)
})

it.each(['', ' ', '\n\n', '   \n '])('sentences() finds none in white space (%j)', (text) => {
  expect(sentences(text)).toEqual([])
})
