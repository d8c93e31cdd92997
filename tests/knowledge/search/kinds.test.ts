import { expect, it } from 'vitest'
import { affinities, kinds } from '../../../src/knowledge/search/kinds.ts'
import { kindFit, kindsIn, kindWeights, readSectionKinds } from '../../../src/knowledge/search/section-kinds.ts'
import { fold } from '../../../src/text/fold.ts'
import { words } from '../../../src/text/words.ts'

const wordsOf = (text: string) => words(fold(text))

function kindsOf(text: string): string {
  return [...kindsIn(wordsOf(text))].join(', ')
}

it.each([
  ['what is tryptophan', 'definition'],
  ['why is serotonin low', 'reason'],
  ['how come it is low', 'reason'],
  ['what causes it', 'cause'],
  ['what brings it on, what leads to it', 'cause'],
  ['what are the symptoms', 'symptom'],
  ['how do i know if i have it', 'symptom'],
  ['how is it treated', 'treatment'],
  ['can it be cured', 'treatment'],
  ['what should i do', 'what-to-do'],
  ['who should i talk to', 'what-to-do'],
  ['does it run in my family', 'inheritance'],
  ['is it hereditary', 'inheritance'],
  ['how many people have it', 'prevalence'],
  ['is there a test for it', 'diagnosis'],
  ['how can i prevent it', 'prevention'],
  ['is it contagious', 'spread'],
  ['where in the body is it made', 'place'],
  // "what is" counts only where nothing else is asked
  ['what is the treatment', 'treatment'],
  // a message that asks for nothing known
  ['serotonin', ''],
  ['', ''],
])('kindsIn() reads "%s" as asking for: %s', (text, expected) => {
  expect(kindsOf(text)).toBe(expected)
})

it('kindFit() prefers a section of the kind asked for, then a related one, then one that shows none', () => {
  const asked = kindWeights(kindsIn(wordsOf('how is it treated')))
  const fits = ['Treatment', 'What to do', 'Serotonin', 'Symptoms'].map((heading) =>
    kindFit(asked, readSectionKinds(wordsOf(heading), [])),
  )

  expect(fits).toEqual(fits.toSorted((left, right) => right - left))
  expect(new Set(fits).size).toBe(4)
})

it('kindFit() is 0 for a question that asks for no kind', () => {
  expect(kindFit(kindWeights(kindsIn(['serotonin'])), readSectionKinds(['treatment'], []))).toBe(0)
})

it('readSectionKinds() lets a section below "Causes" tell of causes, though less than "Causes" itself', () => {
  const cause = kindWeights(kindsIn(wordsOf('what causes it')))
  const child = kindFit(cause, readSectionKinds(['diet'], [], ['causes']))
  const parent = kindFit(cause, readSectionKinds(['causes'], []))

  expect(child).toBeGreaterThan(0)
  expect(child).toBeLessThan(parent)
})

it('affinities name each pair of kinds once, with a share between 0 and 1', () => {
  const pairs = affinities.map(([asked, told]) => `${asked} → ${told}`)

  expect(new Set(pairs).size).toBe(pairs.length)
  for (const [asked, told, share] of affinities) {
    expect(kinds).toContain(asked)
    expect(kinds).toContain(told)
    expect(asked).not.toBe(told)
    expect(share > 0 && share < 1).toBe(true)
  }
})
