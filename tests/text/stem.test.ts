import { expect, it } from 'vitest'
import { stem } from '../../src/text/stem.ts'

it.each([
  [['inherit', 'inherits', 'inherited']],
  [['receptor', 'receptors']],
  [['gene', 'genes']],
  [['medicine', 'medicines', 'medication', 'medications']],
  [['diagnosis', 'diagnoses']],
  [['child', 'children']],
  [['bacterium', 'bacteria']],
])('stem() gives all forms of a word one stem: %j', (forms) => {
  expect(new Set(forms.map(stem)).size).toBe(1)
})

it.each([
  ['genetics', 'general'],
  ['stress', 'stretch'],
  ['medical', 'medicine'],
])('stem() keeps "%s" and "%s" apart', (one, other) => {
  expect(stem(one)).not.toBe(stem(other))
})

it.each(['a', 'is', 'gut', ''])('stem() leaves a short word alone: "%s"', (word) => {
  expect(stem(word)).toBe(word)
})
