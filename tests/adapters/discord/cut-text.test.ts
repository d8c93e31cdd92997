import { describe, expect, it } from 'vitest'
import { cutLabel } from '../../../src/adapters/drawing/cut-label.ts'
import { cutText, firstGraphemes } from '../../../src/adapters/drawing/cut-text.ts'

const family = '👨‍👩‍👧'

describe('cutText()', () => {
  it.each([
    ['leaves what fits', 'abcd', 4, 'abcd'],
    ['ends what it cuts in a sign', 'abcde', 4, 'abc…'],
    ['leaves no space before the sign', 'ab cde', 4, 'ab…'],
    ['takes graphemes whole', `a${family}b`, 9, 'a…'],
    ['keeps a grapheme that just fits', `${family}bc`, 9, `${family}…`],
  ])('%s', (_, text, most, expected) => {
    expect(cutText(text, most)).toBe(expected)
  })
})

describe('firstGraphemes()', () => {
  it('takes code points of a single grapheme that is too long, and no half of one', () => {
    expect(firstGraphemes('a\u0301\u0301\u0301\u0301', 3)).toBe('a\u0301\u0301')
    expect(firstGraphemes(family, 4)).toBe('👨\u200d')
  })
})

describe('cutLabel()', () => {
  it.each([
    ['one line', ' a\n b\t', 'a b'],
    ['a sign for what nobody sees', '\u200b \u2067', '…'],
    ['marks as they are', '**a** <@1>', '**a** <@1>'],
  ])('makes of a text %s', (_, text, expected) => {
    expect(cutLabel(text, 80)).toBe(expected)
  })
})
