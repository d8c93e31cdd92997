import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import { words } from '../../src/text/words.ts'

function isWord(word: string): boolean {
  return /^[\p{L}\p{N}]+$/u.test(word)
}

function wordsOf(text: string): string {
  return words(fold(text)).join(' ')
}

it.each([
  // signs separate words, hyphens among them
  ['gut-health, diet & stress!', 'gut health diet stress'],
  // digits belong to words
  ['5HT or B12?', '5ht or b12'],
  // a possessive is the word itself
  ["my mum's doctor", 'my mum doctor'],
  // a contracted verb loses its ending
  ["I'm low, they've said we'll see", 'i low they said we see'],
  // "not" carries meaning and becomes a word of its own
  ["it doesn't work", 'it does not work'],
  ["I can't, won't and shouldn't", 'i can not will not and should not'],
  // the same without apostrophe, as people type
  ['it doesnt work and isnt made', 'it does not work and is not made'],
  ['you cannot', 'you can not'],
  // question words run together with "is"
  ["what's tryptophan and whos at risk", 'what is tryptophan and who is at risk'],
  // letters with accents stay inside their word
  ['Qué es la serotonina', 'que es la serotonina'],
  ['почему мало серотонина', 'почему мало серотонина'],
  // nothing but signs has no words
  ['?! … 👍', ''],
  ['', ''],
])('words() reads "%s" as "%s"', (text, expected) => {
  expect(wordsOf(text)).toBe(expected)
})

it.each([
  ['Japanese', 'セロトニンが少ないのはなぜですか'],
  ['Chinese', '血清素为什么会偏低'],
  ['Thai', 'ทำไมเซโรโทนินต่ำ'],
])('words() cuts %s, which has no spaces, into several words', (_, text) => {
  const found = words(fold(text))

  expect(found.length).toBeGreaterThan(2)
  expect(found.join('')).toBe(fold(text))
})

it('words() gives letters and digits only, none of them empty', () => {
  const unit = fc.constantFrom(...`abz'’ nt-éßÑжЙעش한5½._:/,?!()"“”…👍\u0301\u200d`.split(''))
  const text = fc.string({ unit })

  fc.assert(
    fc.property(text, (typed) => {
      expect(words(fold(typed)).every(isWord)).toBe(true)
    }),
  )
})

// Open: signs inside a word are repeated by "My documents say nothing about …", where platforms make links of them.
it.each(['evil.com 血', 'a_b ก'])('words() cuts at signs beside a script without spaces too: "%s"', (text) => {
  expect(words(fold(text)).every(isWord)).toBe(true)
})

it('words() does not care about white space and signs around words', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefg'.split('')), minLength: 2 })
  const separator = fc.constantFrom(' ', '  ', '\n', ', ', ' - ', '... ', '\t')

  fc.assert(
    fc.property(fc.array(word), separator, (list, between) => {
      expect(words(list.join(between))).toEqual(words(list.join(' ')))
    }),
  )
})
