import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderBlocks } from '../../../src/adapters/discord/drawing/render-blocks.ts'
import { splitBlocks } from '../../../src/adapters/drawing/split-blocks.ts'
import type { Block } from '../../../src/responder/answer.ts'
import { arbitraryBlock } from '../arbitrary-answer.ts'
import { lettersOf, list, quotation, say, table } from '../blocks.ts'
import { heading } from '../terminal/make-answer.ts'

/** Splits into parts of at most so many characters, drawn. */
function split(blocks: readonly Block[], characters: number, maxParts = 20): readonly string[] {
  const fits = atMost(characters)
  return splitBlocks(blocks, { maxParts, fits, fitsCut: fits }).parts.map(renderBlocks)
}

function atMost(characters: number): (part: readonly Block[]) => boolean {
  return (part) => renderBlocks(part).length <= characters
}

describe('splitBlocks()', () => {
  it.each<[string, readonly Block[], number, readonly string[]]>([
    ['leaves what fits in one part', [say('One.'), say('Two.')], 10, ['One.\n\nTwo.']],
    ['makes one part of nothing', [], 10, ['']],
    ['cuts between blocks', [say('One.'), say('Two.')], 9, ['One.', 'Two.']],
    ['moves a block whole that fits a part', [say('One.'), say('Two. Three.')], 12, ['One.', 'Two. Three.']],
    ['keeps a heading with its text', [say('One.'), heading('Two'), say('Three.')], 16, ['One.', '### Two\nThree.']],
    [
      'keeps two headings with their text',
      [say('One.'), heading('Two'), heading('Three'), say('Four.')],
      26,
      ['One.', '### Two\n### Three\nFour.'],
    ],
    [
      'keeps a caveat with what it limits',
      [say('Zero.'), say('You can.'), say('But not now.')],
      23,
      ['Zero.', 'You can.\n\nBut not now.'],
    ],
    [
      'keeps a list that begins with a caveat with what it limits',
      [say('Zero.'), say('You can.'), list(['Do not stop.'])],
      26,
      ['Zero.', 'You can.\n\n- Do not stop.'],
    ],
    ['cuts a paragraph between sentences', [say('One is here. Two is here.')], 14, ['One is here.', 'Two is here.']],
    [
      'cuts a paragraph before no caveat',
      [say('Zero zero. You can do it. Unless you are ill.')],
      40,
      ['Zero zero.', 'You can do it. Unless you are ill.'],
    ],
    [
      'cuts at no abbreviation',
      [say('It helps. Say to Dr. Who. Then go.')],
      22,
      ['It helps.', 'Say to Dr. Who.', 'Then go.'],
    ],
    [
      'moves the last sentence to the caveat that limits it',
      [say('One one one. You can do it.'), say('But not now, not here.')],
      40,
      ['One one one.', 'You can do it.\n\nBut not now, not here.'],
    ],
    ['cuts a long sentence between words', [say('one two three four')], 13, ['one two three', 'four']],
    ['cuts a long word between graphemes', [say('e\u0301e\u0301e\u0301')], 5, ['e\u0301e\u0301', 'e\u0301']],
    ['cuts a list between items', [list(['aaa', 'bbb', 'ccc'])], 12, ['- aaa\n- bbb', '- ccc']],
    ['goes on counting in a numbered list', [list(['aaa', 'bbb', 'ccc'], 3)], 13, ['3. aaa\n4. bbb', '5. ccc']],
    [
      'keeps an item with the caveat in the next',
      [list(['aaa', 'You can.', 'Never more.'])],
      26,
      ['- aaa', '- You can.\n- Never more.'],
    ],
    ['moves a list whole that fits a part', [say('One.'), list(['aaa', 'bbb'])], 12, ['One.', '- aaa\n- bbb']],
    ['cuts an item that no part holds', [list(['One one. Two two.', 'b'])], 10, ['- One one.', 'Two two.', '- b']],
    ['cuts a list below its item', [list([[say('a'), list(['bbb', 'ccc'])]])], 11, ['- a\n  - bbb', '- ccc']],
    ['cuts a quotation into two', [quotation(say('One.'), say('Two.'))], 10, ['> One.', '> Two.']],
    [
      'cuts a table between rows, each with its heads',
      [table(['A', 'B'], ['a', 'b'], ['c', 'd'])],
      12,
      ['- A: a; B: b', '- A: c; B: d'],
    ],
    ['cuts a heading that no part holds', [heading('one two three')], 9, ['one two', 'three']],
    [
      'keeps a heading with the beginning of a long text',
      [heading('A'), say('One is here. Two is here.')],
      20,
      ['### A\nOne is here.', 'Two is here.'],
    ],
  ])('%s', (_, blocks, characters, expected) => {
    expect(split(blocks, characters)).toEqual(expected)
  })

  it('keeps the address of a link that is cut with its last words', () => {
    const link = { type: 'link', value: 'one two three', url: 'https://x.org' } as const

    expect(split([{ type: 'paragraph', children: [link] }], 24)).toEqual(['one two', 'three <https://x.org>'])
  })

  it.each([
    'Unless you are ill.',
    'However, ask first.',
    'Do not stop it.',
    'Don’t stop it.',
    'Never alone.',
    '“Only with food.”',
    'If you faint, call.',
    'This does not mean you.',
    'Salvo si duele.',
    'No lo deje.',
    'Sin embargo, pregunte.',
    'Não pare.',
    'Mas pergunte.',
    'Sauf avis.',
    'N’arrêtez pas.',
    'S’il dort, non.',
    'Aber nie allein.',
    'Nicht absetzen.',
    'Es sei denn, nachts.',
  ])('does not cut before "%s"', (caveat) => {
    const beginning = `Zero zero zero zero. You can do it. ${caveat}`
    const parts = split([say(`${beginning} After that, rest well.`)], beginning.length - 1)

    expect(parts[0]).toBe('Zero zero zero zero.')
    expect(parts[1]).toContain(`You can do it. ${caveat}`)
  })

  it('cuts before a caveat only where it and what it limits do not fit together', () => {
    expect(split([say('You can do it here. Unless you are ill.')], 22)).toEqual([
      'You can do it here.',
      'Unless you are ill.',
    ])
  })

  it('leaves out what no part has room for, and says so', () => {
    const blocks = ['One.', 'Two.', 'Six.', 'Ten.', 'End.'].map(say)

    const { parts, isCut } = splitBlocks(blocks, { maxParts: 2, fits: atMost(10), fitsCut: atMost(9) })

    expect(parts.map(renderBlocks)).toEqual(['One.\n\nTwo.', 'Six.'])
    expect(isCut).toBe(true)
  })

  it('loses no word, repeats none and stays in order, and every part fits', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryBlock, { maxLength: 30 }),
        fc.integer({ min: 400, max: 800 }),
        (blocks, characters) => {
          const fits = atMost(characters)
          const { parts, isCut } = splitBlocks(blocks, { maxParts: 1000, fits, fitsCut: fits })

          expect(isCut).toBe(false)
          expect(parts.every(fits)).toBe(true)
          // A table that is cut gets its heads again in each row, which is for another test.
          fc.pre(!JSON.stringify(blocks).includes('"table"'))
          expect(lettersOf(parts.flat())).toBe(lettersOf(blocks))
        },
      ),
      { numRuns: 200 },
    )
  })
})
