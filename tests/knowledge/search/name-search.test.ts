import { expect, it } from 'vitest'
import { createNameSearch, type Named } from '../../../src/knowledge/search/name-search.ts'

/** A thousand sections with nine names each, of words that few of them share. */
const many: readonly Named<number>[] = Array.from({ length: 1_000 }, (_, thing) =>
  [
    `Causes of ${madeUp(thing)}`,
    ...['what brings on', 'is it usual to get', 'how long does it take with', 'can children have'].flatMap((words) =>
      [madeUp(thing), madeUp(thing + 7)].map((word) => `${words} ${word} in the family`),
    ),
  ].map((name) => ({ name, thing })),
).flat()

/** A word of its own for each number. */
function madeUp(number: number): string {
  const syllables = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'to', 'vi', 'zu']
  return Array.from(String(number + 10_000), (digit) => syllables[Number(digit)]).join('')
}

it('a thing is found once, under the name that comes closest', () => {
  const search = createNameSearch(() => [
    { name: 'What brings on stress?', thing: 'stress' },
    { name: 'Stress', thing: 'stress' },
    { name: 'Distress', thing: 'distress' },
  ])

  expect(search('stress', 5)).toEqual([
    { name: 'Stress', thing: 'stress' },
    { name: 'Distress', thing: 'distress' },
  ])
})

it('nothing is filed before something is typed', () => {
  let filed = 0
  const search = createNameSearch(() => {
    filed += 1
    return [{ name: 'Stress', thing: 1 }]
  })

  search(' ', 5)
  const before = filed
  search('stress', 5)
  search('diet', 5)

  expect([before, filed]).toEqual([0, 1])
})

it.each([
  ['the whole of a long name', `how long does it take with ${madeUp(321)} in the family`],
  ['with typing errors', `how lnog does it take with ${madeUp(321)} in teh family`],
  ['half of it', `how long does it take with ${madeUp(321)}`],
])('among 9,000 names the right one is found by %s', (_, typed) => {
  const search = createNameSearch(() => many)

  const things = search(typed, 3).map(({ thing }) => thing)

  expect(things).toContain(321)
})

/** Measured 3 to 16 ms, and 570 ms for the longest where every name is compared. */
const quickMs = 50

it.each([
  'ca',
  'causes',
  'what brings on',
  'how long does it take with bakelo',
  'how long does it take with '.repeat(4),
])('among 9,000 names "%s" is looked up in less than 50 ms', (typed) => {
  const search = createNameSearch(() => many)
  search(typed, 25)

  const times = Array.from({ length: 5 }, () => {
    const started = performance.now()
    search(typed, 25)
    return performance.now() - started
  })

  expect(Math.min(...times)).toBeLessThan(quickMs)
})
