import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { triage } from '../responder/shipped-bot.ts'

/** A bound against work without bounds, loose enough for the slowest machine. */
const mostMs = 2000

const strings = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  // Halves of surrogate pairs as well.
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 }).map((codes) => String.fromCharCode(...codes)),
  // What reading treats in some special way, among words that rules know.
  fc
    .array(
      fc.constantFrom(
        ...Array.from('.,!?*_~|`\'’"-@$€+0135 \n'),
        'kill',
        'my',
        'self',
        'не',
        'не\u200b',
        'ø',
        'ﷺ',
        '\u0301',
      ),
      {
        maxLength: 200,
      },
    )
    .map((parts) => parts.join('')),
)

it('triage() reads any string, each time the same, and says what a level has to say', () => {
  fc.assert(
    fc.property(strings, (text) => {
      const found = triage(text)

      expectShape(found)
      expect(triage(text)).toEqual(found)
    }),
    { numRuns: 400, seed: 1 },
  )
})

it('triage() does not remember what it has read before', () => {
  const before = triage('what does serotonin do?')

  triage('i want to kill myself')
  triage('me quiero morir')

  expect(triage('what does serotonin do?')).toEqual(before)
})

it.each([
  ['a megabyte of words', 'what does serotonin do? '.repeat(44_000)],
  ['a megabyte of one letter', 'a'.repeat(1_000_000)],
  ['a megabyte of disclosures', 'i want to die '.repeat(72_000)],
  ['lone halves of surrogate pairs', '\ud800\udc00\udc00\ud800'.repeat(1500)],
  ['a letter with six thousand accents', `a${'\u0301'.repeat(6000)}`],
  ['six thousand letters with accents upon accents', 'z\u0351\u036b\u0343\u036a\u0302\u036b\u033d'.repeat(900)],
  // One sign that folding makes eighteen letters of.
  ['signs that fold to eighteen letters', '\ufdfa'.repeat(4000)],
  ['one word of ten thousand letters', 'kill'.repeat(2500)],
  ['words that are slips of signs', 'suicdie sucide killl mysefl '.repeat(220)],
  ['words that are all different', Array.from({ length: 1000 }, (_, number) => `w${number.toString(36)}q`).join(' ')],
  ['run-together words', 'killmyselftonight'.repeat(3) + ' wanttokillmyself'.repeat(350)],
  ['single letters', 'k i l l '.repeat(750)],
  ['letters of look-alikes', 'кіӏӏ муѕеӏf '.repeat(460)],
  ['leetspeak', 'k1ll my53lf 70n1gh7 '.repeat(300)],
  ['Chinese without a space', '我想知道血清素是什么'.repeat(600)],
  ['emoji of families', '👨‍👩‍👧‍👦'.repeat(550)],
  ['white space', ' '.repeat(6000)],
  ['line breaks', '\n'.repeat(6000)],
])('triage() reads %s in time', (_, text) => {
  const { ms, found } = timed(text)

  expect(ms).toBeLessThan(mostMs)
  expectShape(found)
})

it.each(Array.from('.,!?*_~|`\'’"-–…@$€+0:;()/\\<>#&%^=[]{}¿¡\u200b\u202e\ufe0f'))(
  'triage() reads six thousand times %j in time',
  (sign) => {
    const all = [sign.repeat(6000), `a${sign}`.repeat(3000), `i want to ${sign.repeat(5000)} die`].map(timed)

    expect(Math.max(...all.map(({ ms }) => ms))).toBeLessThan(mostMs)
    for (const { found } of all) expectShape(found)
  },
)

function timed(text: string) {
  const started = performance.now()
  const found = triage(text)
  return { ms: performance.now() - started, found }
}

function expectShape(found: ReturnType<typeof triage>): void {
  const { level, about, theme, soft, alsoCrisis, language } = found
  expect(['none', 'crisis', 'emergency', 'medication', 'diagnosis']).toContain(level)
  expect(['self', 'other', 'nobody']).toContain(about)
  expect([undefined, 'abuse', 'eating-disorder', 'minor']).toContain(theme)
  expect(language).toMatch(/^[a-z]{2,3}(?:-[A-Za-z]+)?$/)
  expect(soft && level !== 'none').toBe(false)
  expect(alsoCrisis && level !== 'emergency').toBe(false)
  expect(about !== 'nobody' || !['crisis', 'emergency'].includes(level)).toBe(true)
}
