import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold } from '../../src/text/fold.ts'

it.each([
  ['capital letters', 'SEROTONIN', 'serotonin'],
  ['accents', 'Crème Brûlée', 'creme brulee'],
  ['an accent written as a mark of its own', 'cre\u0300me', 'creme'],
  ['the German sharp s', 'Stoß', 'stoss'],
  ['the curly apostrophe of phones', 'don’t', "don't"],
  ['a backtick typed for an apostrophe', 'don`t', "don't"],
  ['wide letters of Asian keyboards', 'ｓｅｒｏｔｏｎｉｎ', 'serotonin'],
  ['a ligature of copied text', 'ﬁbre', 'fibre'],
  ['a soft hyphen of copied text', 'sero\u00adtonin', 'serotonin'],
  ['a space of no width', 'sero\u200btonin', 'serotonin'],
  ['a mark that turns the writing direction', '\u202eserotonin', 'serotonin'],
  ['Cyrillic capitals', 'СЕРОТОНИН', 'серотонин'],
])('fold() makes %s no difference', (_, typed, folded) => {
  expect(fold(typed)).toBe(folded)
})

it('fold() changes nothing about text that is folded already', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }))

  fc.assert(
    fc.property(text, (typed) => {
      expect(fold(fold(typed))).toBe(fold(typed))
    }),
  )
})

it('fold() leaves no capital letter, accent or invisible character', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aÄéÇñÅøŁß\u0301\u200d\u00ad’ﬁ5 '.split('')) })

  fc.assert(
    fc.property(text, (typed) => {
      expect(fold(typed)).not.toMatch(/[\p{Lu}\p{M}\p{Cf}’]/u)
    }),
  )
})
