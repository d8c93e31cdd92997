import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadJudgments } from '../../evaluation/judgments.ts'
import { bot, botOver, shippedDocuments } from './shipped-bot.ts'

const questions = loadJudgments({ name: 'tuning-short', corpus: 'low-serotonin' }).map(({ text }) => text)

it('the same question gets the same answer, whatever was asked in between, from every bot built alike', () => {
  const twin = botOver(shippedDocuments)
  const text = fc.oneof(fc.constantFrom(...questions), fc.string({ unit: 'grapheme', maxLength: 80 }))

  fc.assert(
    fc.property(text, text, (asked, between) => {
      const first = bot.respond({ text: asked })
      bot.respond({ text: between })

      expect(bot.respond({ text: asked })).toEqual(first)
      expect(JSON.stringify(twin.respond({ text: asked }))).toBe(JSON.stringify(first))
    }),
    { numRuns: 150 },
  )
})

/** Measured below 200 ms on an idle machine. */
const quickMs = 3_000

it.each([
  ['a letter 100,000 times', 'a'.repeat(100_000)],
  ['a megabyte of accents', `a${'\u0301'.repeat(1_000_000)}`],
  ['100,000 words', 'serotonin '.repeat(100_000)],
  ['20,000 words that nobody knows', Array.from({ length: 20_000 }, (_, place) => `zq${place}vk`).join(' ')],
  ['names that every object has', '__proto__ constructor toString'],
  ['half a surrogate pair', '\ud83d'],
])('respond() neither fails nor is slow at %s', (_, text) => {
  const started = performance.now()

  const { outcome, summary } = bot.respond({ text })

  expect(performance.now() - started).toBeLessThan(quickMs)
  expect(['help', 'not-found', 'suggested', 'answered']).toContain(outcome)
  expect(summary.length).toBeLessThan(400)
})

it('what follows the first 2,000 characters makes no difference', () => {
  const long = `is low serotonin genetic? ${'x '.repeat(1_000)}`

  expect(bot.respond({ text: `${long}stress` })).toEqual(bot.respond({ text: `${long}diet` }))
})
