import { describe, expect, it } from 'vitest'
import { renderBlocks } from '../../../src/adapters/discord/drawing/render-blocks.ts'
import type { Block, Phrasing } from '../../../src/responder/answer.ts'
import { list, quotation, say, table, text } from '../blocks.ts'
import { heading } from '../terminal/make-answer.ts'

function paragraph(...children: readonly Phrasing[]): Block {
  return { type: 'paragraph', children }
}

describe('renderBlocks() draws', () => {
  it.each<[string, readonly Block[], string]>([
    ['a heading with its text right below', [heading('Diet'), say('Eat.')], '### Diet\nEat.'],
    ['paragraphs with a gap', [say('One.'), say('Two.')], 'One.\n\nTwo.'],
    ['a deep heading as bold text', [heading('Diet', 3), say('Eat.')], '**Diet**\nEat.'],
    [
      'strong and emphasis',
      [paragraph({ type: 'strong', value: 'Do' }, text(' '), { type: 'emphasis', value: 'not' })],
      '**Do** *not*',
    ],
    [
      'spaces at the ends of strong outside of its marks',
      [paragraph(text('a'), { type: 'strong', value: ' b ' }, text('c'))],
      'a **b** c',
    ],
    [
      'styles that touch as one and plain',
      [paragraph({ type: 'strong', value: 'a' }, { type: 'strong', value: 'b' }, { type: 'emphasis', value: 'c' })],
      '**ab**c',
    ],
    ['emphasis that holds marks as plain text', [paragraph({ type: 'emphasis', value: 'a*b' })], 'a\\*b'],
    ['a break as a line end', [paragraph(text('a '), { type: 'break' }, text(' b'))], 'a\nb'],
    [
      'marks at the start of each line as text',
      [paragraph(text('- a'), { type: 'break' }, text('# b'))],
      '\\- a\n\\# b',
    ],
    [
      'marks that meet across parts as text',
      [paragraph(text('a*'), text('*b]'), { type: 'link', value: '(c)', url: 'https://x.org' })],
      'a\\*\\*b]\\(c) <https://x.org>',
    ],
    ['a list', [list(['a', 'b'])], '- a\n- b'],
    ['a numbered list from its first number on', [list(['a', 'b'], 9)], '9. a\n10. b'],
    [
      'lists in lists, indented below their text',
      [list([[say('a'), list([[say('b'), list(['c'])]], 1)]])],
      '- a\n  1. b\n     - c',
    ],
    ['two paragraphs of an item without a gap', [list([[say('a'), say('b')]])], '- a\n  b'],
    ['a heading in an item as bold text', [list([[heading('a'), say('b')]])], '- **a**\n  b'],
    ['a quotation with its gaps', [quotation(say('a'), say('b')), say('c')], '> a\n> \n> b\n\nc'],
    ['a quotation in a quotation as one', [quotation(say('a'), quotation(say('b')))], '> a\n> \n> b'],
    ['a list in a quotation', [quotation(list(['a', 'b']))], '> - a\n> - b'],
    [
      'a table as a bullet a row',
      [table(['Food', 'Has'], ['Egg', 'a lot'], ['Rice', ''])],
      '- Food: Egg; Has: a lot\n- Food: Rice',
    ],
    ['a table with a head alone', [table(['Food', 'Has'])], '- Food; Has'],
    ['a table whose rows are longer than its head', [table(['Food'], ['Egg', 'a lot'])], '- Food: Egg; a lot'],
    ['nothing for what is empty', [say(' '), list([[], [say('')]]), quotation(), heading(''), say('a')], 'a'],
    ['a text that turns its direction, and controls, without them', [say('a\u202eb\u2067c\u0000d\te')], 'abcd e'],
    ['the signs that stand for marks meanwhile as nothing', [say('a\ufdd0b\ufdd1c\ufdd2')], 'abc'],
    ['half a character as a whole one', [say('a\ud800')], 'a\ufffd'],
  ])('%s', (_, blocks, expected) => {
    expect(renderBlocks(blocks)).toBe(expected)
  })

  it('lists deeper than Discord nests them at the deepest level', () => {
    const deep = Array.from({ length: 13 }).reduce<Block>((inner) => list([[say('x'), inner]]), list(['end']))

    const lines = renderBlocks([deep]).split('\n')

    expect(lines).toHaveLength(14)
    expect(lines.at(-1)).toBe(`${' '.repeat(20)}- end`)
  })
})

describe('renderBlocks() draws a link', () => {
  it.each<[string, string, string, string]>([
    ['with its address, so that the host shows', 'NHS', 'https://nhs.uk/a', 'NHS <https://nhs.uk/a>'],
    ['that is its own address once', 'https://nhs.uk/a', 'https://nhs.uk/a', '<https://nhs.uk/a>'],
    ['without words as its address', ' ', 'https://nhs.uk', '<https://nhs.uk>'],
    [
      'whose words are another address with both',
      'https://good.org',
      'https://evil.org',
      'https\\://good.org <https://evil.org>',
    ],
    ['with what would end the address encoded', 'a', 'https://x.org/a b>c', 'a <https://x.org/a%20b%3Ec>'],
    ['with what could be a mark encoded', 'a', 'https://x.org/||`@everyone', 'a <https://x.org/%7C%7C%60%40everyone>'],
    ['with an address in its address encoded', 'a', 'https://x.org/http://y.org', 'a <https://x.org/http%3A//y.org>'],
    ['with a host in another script as it is asked for', 'a', 'https://bücher.de/', 'a <https://xn--bcher-kva.de/>'],
    ['that is not https as its words', 'a', 'http://x.org', 'a'],
    ['that runs a script as its words', 'a', 'javascript:alert(1)', 'a'],
    ['that hides its host behind a name as its words', 'a', 'https://nhs.uk@evil.org', 'a'],
    ['whose address is none as its words', 'a', 'nhs.uk', 'a'],
    ['whose address nobody can read as its words', 'a', `https://x.org/${'a'.repeat(300)}`, 'a'],
  ])('%s', (_, value, url, expected) => {
    expect(renderBlocks([paragraph({ type: 'link', value, url })])).toBe(expected)
  })

  it('as often as it stands there, in order', () => {
    const links = ['a', 'b'].map((value): Phrasing => ({ type: 'link', value, url: `https://${value}.org` }))

    expect(renderBlocks([paragraph(...links)])).toBe('a <https://a.org>b <https://b.org>')
  })
})
