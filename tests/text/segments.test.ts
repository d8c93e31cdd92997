import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segments } from '../../src/text/segments.ts'

/** What boundaries are hard to find in: words without spaces, signs of several characters, marks and broken text. */
const pieces = [
  ['死にたい', '我想知道血清素是什么', 'ฉันอยากตาย', 'កម្ពុជា', 'ລາວ', 'カタカナ', '한국어', 'क्षि'],
  ['👨‍👩‍👧‍👦', '🇩🇪', '🇫', 'e\u0301', '\u0301'.repeat(300), '\u200d', '\ud800', '\udc00', 'ﷺ'],
  ['\r\n', '\n', ' ', 'abc', 'a'.repeat(300), 'a.b', "don't", '1,5', '_', '"'],
].flat()
const texts = fc
  .uniqueArray(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
  .chain((some) => fc.array(fc.constantFrom(...some), { minLength: 50, maxLength: 400, size: 'max' }))
  .map((parts) => parts.join('').slice(0, 2000))

describe.each(['word', 'grapheme'] as const)('segments() by %s', (granularity) => {
  const segmenter = new Intl.Segmenter('und', { granularity })

  it('cuts where the segmenter cuts the whole text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect([...segments(text, segmenter)]).toEqual([...segmenter.segment(text)].map(({ segment }) => segment))
      }),
      { numRuns: 100 },
    )
  })

  it.each(['死にたい', '死にたい i want to die ', 'ﷺ', 'a\u0301'])(
    'has twice as much copied for twice as many "%s"',
    (text) => {
      const [once, twice] = [2000, 4000].map((length) => copiedFor(text.repeat(length).slice(0, length), segmenter))

      expect(once).toBeGreaterThan(0)
      expect((twice ?? 0) / (once ?? 0)).toBeLessThan(2.5)
    },
  )
})

/** Characters copied where each segment holds the whole text that it was found in. */
function copiedFor(text: string, segmenter: Intl.Segmenter): number {
  let copied = 0
  const counting = {
    segment(part: string) {
      const found = segmenter.segment(part)
      copied += part.length * [...found].length
      return found
    },
  }
  for (const _ of segments(text, counting));
  return copied
}
