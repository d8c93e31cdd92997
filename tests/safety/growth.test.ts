import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createFindSigns } from '../../src/safety/find-signs.ts'
import { loadRulesIn } from '../../src/safety/open-triage.ts'
import { root } from '../responder/shipped-bot.ts'

const rules = loadRulesIn(join(root, 'safety'))

/** Twice as many words are twice the work; a little more, since no word but the last few lacks others behind it. */
const mostGrowth = 2.1

it.each([
  ['en', 'i want to die', ''],
  ['en', 'i want to die is it stress', ''],
  ['en', 'kill myself do not want not', ''],
  ['en', 'he said she will kill herself years ago in a book', ''],
  ['es', 'no quiero vivir', ''],
  ['pt', 'quero morrer', ''],
  ['fr', 'je ne veux plus vivre', ''],
  ['de', 'ich will nicht mehr leben', ''],
  // Fillers that begin patterns: a sign may begin at each of them and end behind all.
  ['pt', 'ja', 'tenho data'],
  ['pt', 'so', 'atrapalho todo'],
  ['fr', 'tout', 'gobe'],
  ['de', 'halt', 'halt leben'],
])('finding signs in "%s" takes twice the steps for "%s" twice as often, and then "%s"', (language, words, last) => {
  const [once, twice] = [500, 1000].map((times) => stepsFor(language, `${`${words} `.repeat(times)}${last}`))

  expect(once).toBeGreaterThan(500)
  expect((twice ?? 0) / (once ?? 0)).toBeLessThan(mostGrowth)
})

/** How often the sentence or clause of a word was looked up: each step from word to word does. */
function stepsFor(language: string, text: string): number {
  const words = text.trim().split(' ')
  let steps = 0
  const counted = new Proxy<number[]>(
    words.map(() => 0),
    {
      get(numbers, key) {
        steps += 1
        return Reflect.get(numbers, key)
      },
    },
  )
  const found = rules.get(`rules.${language}.yaml`)
  if (found === undefined) throw new Error(`There are no rules for "${language}"`)

  const message = { words, sentences: counted, clauses: counted, questions: new Set<number>() }
  createFindSigns(found)({ ...message, likely: [language], language, lead: 0 })
  return steps
}
