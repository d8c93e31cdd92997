import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { undisguise } from '../../src/text/disguises.ts'
import { fold } from '../../src/text/fold.ts'

it.each([
  ['emphasis', 'I *really* **want** to _die_', 'i really want to die'],
  ['strike-through', 'i want to ~~die~~', 'i want to die'],
  ['spoiler marks', '||i want to die||', 'i want to die'],
  ['code marks', '`i want to die`', 'i want to die'],
  ['marks inside a word', 'su**ici**de', 'suicide'],
  ['spaces of no width', 'su\u200bic\u2060ide', 'suicide'],
  ['full-width letters', 'ｓｕｉｃｉｄｅ', 'suicide'],
  ['mathematical letters', '𝓼𝓾𝓲𝓬𝓲𝓭𝓮', 'suicide'],
  ['letters in circles', 'ⓢⓤⓘⓒⓘⓓⓔ', 'suicide'],
  ['letters in dark squares', '🅂🅄🄸🄲🄸🄳🄴', 'suicide'],
  ['letters of flags', '🇩\u200b🇮\u200b🇪', 'die'],
  ['Cyrillic look-alikes', 'ѕυісіdе', 'suicide'],
  ['Greek capitals', 'ΚIΙL ΥΟUR ΗΕALΤΗ', 'kiil your health'],
  ['letters that resemble a Latin one from afar, beside Latin ones', 'i wапt to diэ', 'i want to die'],
])('undisguise() reads through %s', (_, written, read) => {
  expect(undisguise(written)).toBe(read)
})

it.each([
  ['a Russian sentence', 'сегодня хорошая погода, мы идём гулять'],
  ['a Chinese sentence', '今天天气很好'],
])('undisguise() leaves %s in its own script', (_, text) => {
  const latin = undisguise(text).match(/[a-z]{4,}/g)

  expect(latin).toBeNull()
})

it.each([
  [
    'marks that end sentences',
    'no. really? yes! ok, fine; (so) "it" goes…',
    'no. really? yes! ok, fine; (so) "it" goes...',
  ],
  ['an underscore inside a name', 'see snake_case', 'see snake_case'],
  ['hyphens and apostrophes', "it's well-known", "it's well-known"],
])('undisguise() keeps %s', (_, written, read) => {
  expect(undisguise(written)).toBe(read)
})

it('undisguise() only folds plain text without marks', () => {
  const plain = fc.string({ unit: fc.constantFrom(...Array.from('abcXYZ 0123.,!?')) })

  fc.assert(
    fc.property(plain, (text) => {
      expect(undisguise(text)).toBe(fold(text))
    }),
  )
})
