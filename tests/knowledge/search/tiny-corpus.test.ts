import { expect, it } from 'vitest'
import { createSearch } from '../../../src/knowledge/search/create-search.ts'
import { plainWords, smallDocument } from './small-corpus.ts'

const sleep = smallDocument(
  'sleep',
  'Poor sleep',
  {
    light: ['Light', 'Bright screens late in the evening keep people awake.'],
    noise: ['Noise', 'A loud street can keep people awake. Earplugs help.'],
    naps: ['Naps', 'A long nap in the afternoon takes away tiredness.'],
    treatment: ['Treatment', 'A fixed hour for going to bed comes first.'],
  },
  { naps: ['Is a siesta bad for me?'] },
)
const search = createSearch([sleep], plainWords)

it.each([
  // a word of the heading
  ['noise', 'noise'],
  // a word of the text that no other section has
  ['earplugs', 'noise'],
  // heading beats text: "light" and "awake" against "awake" alone
  ['does light keep me awake', 'light'],
  // another form of a word of the text
  ['screen in the evenings', 'light'],
  // the educator's phrasing, whose word stands nowhere in the text
  ['siesta', 'naps'],
  // the kind of question alone
  ['how is poor sleep treated', 'treatment'],
])('search() ranks the right section of a tiny document first for "%s"', (question, section) => {
  expect(search(question).hits[0]?.passage.section).toBe(section)
})

it('search() never takes a phrasing for answer text', () => {
  expect(search('siesta').hits[0]?.passage.text).not.toContain('siesta')
})
