import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { cap, maxCodeUnits, maxGraphemes } from '../../src/text/cap.ts'
import { fold } from '../../src/text/fold.ts'

/** Measured below 30 ms; far more on a busy machine. */
const quickMs = 1_000

function graphemes(text: string): number {
  return [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].length
}

it('cap() leaves a question of ordinary length as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(cap(text)).toBe(text)
    }),
  )
})

it('cap() keeps 2,000 letters and drops the rest', () => {
  expect(cap('a'.repeat(2_001))).toBe('a'.repeat(2_000))
})

it('cap() counts what a person sees as one character as one', () => {
  const flags = '🇪🇸'.repeat(1_400)

  expect(cap(`${'é'.repeat(1_999)}🇪🇸b`)).toBe(`${'é'.repeat(1_999)}🇪🇸`)
  expect(graphemes(cap(flags))).toBeLessThanOrEqual(maxGraphemes)
})

it('cap() never cuts a character in two', () => {
  const text = fc.string({ unit: 'grapheme-composite', minLength: 600, maxLength: 3_000 })

  fc.assert(
    fc.property(text, (typed) => {
      expect(cap(typed).isWellFormed()).toBe(true)
    }),
    { numRuns: 30 },
  )
})

it('cap() gives at most 2,000 characters and 6,000 code units, from the beginning', () => {
  const part = fc.string({
    unit: fc.constantFrom('a', 'é', '\u0301', '👨‍👩‍👧‍👦', '🙂', ' '),
    minLength: 1,
    maxLength: 50,
  })

  fc.assert(
    fc.property(part, fc.integer({ min: 1, max: 400 }), (piece, times) => {
      const text = piece.repeat(times)
      const capped = cap(text)

      expect(graphemes(capped)).toBeLessThanOrEqual(maxGraphemes)
      expect(capped.length).toBeLessThanOrEqual(Math.max(maxCodeUnits, maxGraphemes))
      expect(text.startsWith(capped.replace(/\ufffd$/, ''))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

it('cap() makes a megabyte of accents on one letter harmless', () => {
  const bomb = `a${'\u0301\u0316'.repeat(500_000)}`
  const started = performance.now()

  const folded = fold(cap(bomb))

  expect(folded).toBe('a')
  expect(performance.now() - started).toBeLessThan(quickMs)
})

it('cap() reads less of signs that stand for many letters each', () => {
  const text = 'ﷺ'.repeat(2_000)

  expect(fold(cap(text)).length).toBeGreaterThan(7_900)
  expect(fold(cap(text)).length).toBeLessThanOrEqual(8_000)
})
