import { stripVTControlCharacters } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderText } from '../../../src/adapters/terminal/render.ts'
import type { Block } from '../../../src/responder/answer.ts'
import { arbitraryAnswer } from './arbitrary-answer.ts'
import { disclaimer, heading, makeAnswer, paragraph } from './make-answer.ts'

const unwrapped = { width: Number.POSITIVE_INFINITY, color: false }

describe('renderText() draws', () => {
  it.each<[string, Block, string, number?]>([
    ['a heading as a line', heading('Diet'), 'Diet'],
    ['a paragraph unwrapped where another program reads', paragraph('a b  c'), 'a b  c'],
    ['a paragraph wrapped at words', paragraph('one two three four five six'), 'one two three four\nfive six'],
    [
      'a word that is too long on its own line',
      paragraph('see https://example.org/a-long-address now'),
      'see\nhttps://example.org/a-long-address\nnow',
    ],
    ['wide characters as two columns', paragraph('血清素 血清素 血清素 血清素'), '血清素 血清素 血清素\n血清素'],
    [
      'a link with its address behind it',
      { type: 'paragraph', children: [{ type: 'link', value: 'NHS', url: 'https://nhs.uk/' }] },
      'NHS\n(https://nhs.uk/)',
    ],
    [
      'a link that shows its own address once',
      { type: 'paragraph', children: [{ type: 'link', value: 'https://nhs.uk/', url: 'https://nhs.uk/' }] },
      'https://nhs.uk/',
    ],
    [
      'emphasis as its words and a break as a line end',
      {
        type: 'paragraph',
        children: [{ type: 'strong', value: 'Do' }, { type: 'break' }, { type: 'emphasis', value: 'not' }],
      },
      'Do\nnot',
    ],
    [
      'a list with the rest of an item under its text',
      { type: 'list', items: [[paragraph('one two three four five')], [paragraph('six')]] },
      '- one two three four\n  five\n- six',
    ],
    [
      'a numbered list from its first number on',
      { type: 'list', start: 9, items: [[paragraph('nine')], [paragraph('ten')]] },
      '9. nine\n10. ten',
    ],
    [
      'a nested list under its item, indented',
      { type: 'list', items: [[paragraph('a'), { type: 'list', start: 1, items: [[paragraph('b')]] }]] },
      '- a\n  1. b',
    ],
    ['two paragraphs of an item with a gap', { type: 'list', items: [[paragraph('a'), paragraph('b')]] }, '- a\n\n  b'],
    [
      'a quotation behind marks, its gaps too',
      { type: 'blockquote', children: [paragraph('one two three four five'), paragraph('b')] },
      '> one two three four\n> five\n>\n> b',
    ],
    [
      'a table as aligned columns',
      table([
        ['Food', 'Has'],
        ['Egg', 'a lot'],
      ]),
      'Food | Has\nEgg  | a lot',
    ],
    [
      'a table that is too wide as one line a row',
      table([
        ['Food', 'Has'],
        ['Sunflower seeds', 'a lot'],
      ]),
      'Food | Has\nSunflower seeds | a\nlot',
    ],
  ])('%s', (_, block, expected) => {
    const width = expected.includes('a b  c') ? Number.POSITIVE_INFINITY : 20

    const text = renderText(makeAnswer({ blocks: [block] }), { width, color: false })

    expect(text.split('\n\n[Get support]\n\nThis is general')[0]).toBe(expected)
  })
})

describe('renderText()', () => {
  it('shows heading with topic, body, source, actions and disclaimer in this order', () => {
    const answer = makeAnswer({
      topic: 'Why serotonin can be low',
      blocks: [heading('Genetics'), paragraph('Families.'), heading('What to do', 2), paragraph('Talk.')],
      source: [{ type: 'text', value: 'Source: Askvity' }],
      actions: [
        { type: 'passage', label: 'Diet', document: 'low', section: 'diet' },
        { type: 'topics', label: 'None of these' },
      ],
    })

    expect(renderText(answer, unwrapped)).toBe(
      [
        'Genetics  ·  Why serotonin can be low',
        'Families.',
        '',
        'What to do',
        'Talk.',
        '',
        'Source: Askvity',
        '',
        '[Diet]  [None of these]  [Get support]',
        '',
        disclaimer.text,
      ].join('\n'),
    )
  })

  it('shows the topic as the heading where there is none', () => {
    expect(renderText(makeAnswer({ topic: 'Sleep' }), unwrapped)).toMatch(/^Sleep\nSome text\./)
  })

  it('numbers the actions for a chat, one a line', () => {
    const actions = [
      { type: 'question', label: 'Is it genetic and if so how?' },
      { type: 'topics', label: 'All' },
    ] as const

    const text = renderText(makeAnswer({ actions }), { width: 24, color: false, numbered: true })

    expect(text).toContain('\n\n[1] Is it genetic and if\n    so how?\n[2] All\n[3] Get support\n\n')
  })

  it('never cuts a label in two', () => {
    const actions = ['Gut health', 'Health conditions', 'Diet'].map((label) => ({ type: 'question', label }) as const)

    const text = renderText(makeAnswer({ actions }), { width: 24, color: false })

    expect(text).toContain('\n\n[Gut health]\n[Health conditions]\n[Diet]  [Get support]\n\n')
  })

  it('makes headings bold, and source and disclaimer dim, and says the same without colour', () => {
    const answer = makeAnswer({ blocks: [heading('Diet')], source: [{ type: 'text', value: 'Source: X' }] })

    const coloured = renderText(answer, { ...unwrapped, color: true })

    expect(coloured).toContain('\u001b[1mDiet\u001b[0m\n\n\u001b[2mSource: X\u001b[0m\n\n')
    expect(coloured).toContain('\n\n\u001b[2mThis is general')
    expect(stripVTControlCharacters(coloured)).toBe(renderText(answer, unwrapped))
  })

  it('ends with the whole disclaimer, whatever the answer holds', () => {
    fc.assert(
      fc.property(arbitraryAnswer, fc.integer({ min: -1, max: 120 }), fc.boolean(), (answer, width, numbered) => {
        const text = renderText(answer, { width, color: false, numbered })

        expect(text.replace(/\s+/g, ' ').endsWith(disclaimer.text)).toBe(true)
      }),
    )
  })

  it('lets no control character of a text through', () => {
    fc.assert(
      fc.property(arbitraryAnswer, fc.boolean(), (answer, numbered) => {
        const text = renderText(answer, { width: 60, color: false, numbered })

        expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
      }),
      { numRuns: 500 },
    )
  })
})

function table(rows: readonly (readonly string[])[]): Block {
  return { type: 'table', rows: rows.map((row) => row.map((value) => [{ type: 'text', value } as const])) }
}
