import { expect, it } from 'vitest'
import type { Block } from '../../src/knowledge/block.ts'
import { plainText } from '../../src/knowledge/plain-text.ts'

const paragraph = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] })

it('plainText() writes one line for each heading, paragraph, list item and table row', () => {
  const blocks: readonly Block[] = [
    { type: 'heading', depth: 2, children: [{ type: 'strong', value: 'Sleep' }] },
    paragraph('One'),
    { type: 'list', items: [[paragraph('Two'), { type: 'list', items: [[paragraph('Three')]] }], [paragraph('Four')]] },
    { type: 'blockquote', children: [paragraph('Five')] },
    {
      type: 'table',
      rows: [
        [[{ type: 'text', value: 'Six' }], []],
        [[], [{ type: 'text', value: 'Seven' }]],
      ],
    },
  ]

  expect(plainText(blocks)).toBe('Sleep\nOne\nTwo\nThree\nFour\nFive\nSix | \n | Seven')
})

it('plainText() leaves no white space but single spaces in a line, and no empty line', () => {
  const blocks: readonly Block[] = [
    {
      type: 'paragraph',
      children: [{ type: 'text', value: ' a \n\t b\u00a0 ' }, { type: 'break' }, { type: 'text', value: ' c' }],
    },
    paragraph('  '),
    paragraph('d'),
  ]

  expect(plainText(blocks)).toBe('a b c\nd')
})
