import { expect, it } from 'vitest'
import { gradeOf, medianLength, syllablesIn } from './readability.ts'
import { shippedDocuments } from './search/shipped-search.ts'

const texts = shippedDocuments.map(({ name, passages }) => [name, passages.map(({ text }) => text).join('\n')] as const)

it.each(texts)('%s can be read by somebody with eight years of school', (_, text) => {
  expect(gradeOf(text)).toBeLessThanOrEqual(8)
})

it.each(texts)('the sentences of %s have fewer than 18 words', (_, text) => {
  expect(medianLength(text)).toBeLessThan(18)
})

it.each([
  ['gut', 1],
  ['make', 1],
  ['needed', 2],
  ['body', 2],
  ['table', 2],
  ['receive', 2],
  ['medicine', 3],
  ['bacteria', 3],
  ['professional', 4],
])('syllablesIn() counts "%s" as %i', (word, count) => {
  expect(syllablesIn(word)).toBe(count)
})

it('gradeOf() is low for a primer and high for a journal', () => {
  const primer = 'The cat sat on the mat. It was a warm day. The cat had a nap.'
  const journal =
    'Pharmacological inhibition of neurotransmitter transporters potentiates extracellular concentrations, ' +
    'notwithstanding considerable interindividual heterogeneity in physiological responsiveness.'

  expect(gradeOf(primer)).toBeLessThan(3)
  expect(gradeOf(journal)).toBeGreaterThan(16)
})
