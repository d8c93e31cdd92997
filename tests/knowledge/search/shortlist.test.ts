import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createShortlist } from '../../../src/knowledge/search/shortlist.ts'

const names = ['Diet', 'Stress at work', 'Genetics', 'Stress', 'Café and sleep'].map((name) => ({ name }))
const shortlist = createShortlist(names)

function listed(typed: string, most: number): readonly string[] {
  return shortlist(typed, most).map(({ name }) => name)
}

it.each([
  // more of it in common than any other
  ['genetic', ['Genetics']],
  // a typing error leaves the rest
  ['genetixs', ['Genetics']],
  ['stress at wrk', ['Stress at work']],
  // the first of equals
  ['stress', ['Stress at work']],
  // capital letters and accents
  ['CAFE AND', ['Café and sleep']],
])('the shortlist of one for "%s" is %j', (typed, expected) => {
  expect(listed(typed, 1)).toEqual(expected)
})

it('the shortlist keeps the order of the names', () => {
  expect(listed('genetics and stress', 3)).toEqual(['Stress at work', 'Genetics', 'Stress'])
})

it('no name on a shortlist has less in common with what is typed than one that was left out', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 12 }).map((each) => ({ name: each }))

  fc.assert(
    fc.property(fc.array(name), name, fc.nat({ max: 6 }), (all, { name: typed }, most) => {
      const kept = new Set(createShortlist(all)(typed, most))
      const left = all.filter((each) => !kept.has(each))

      expect(kept.size).toBe(Math.min(most, all.length))
      const least = Math.min(...[...kept].map((each) => commonRuns(each.name, typed)))
      for (const each of left) expect(commonRuns(each.name, typed)).toBeLessThanOrEqual(least)
    }),
  )
})

/** Runs of three characters that stand in both texts. */
function commonRuns(name: string, typed: string): number {
  const runs = typed.split('').map((_, start) => typed.slice(start, start + 3))
  return new Set(runs.filter((run) => run.length === 3 && name.includes(run))).size
}
