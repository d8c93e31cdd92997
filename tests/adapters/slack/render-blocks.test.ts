import { describe, expect, it } from 'vitest'
import { drawBlocks } from '../../../src/adapters/slack/drawing/draw-blocks.ts'
import { toSections, toText } from '../../../src/adapters/slack/drawing/sections.ts'
import type { Block, Phrasing } from '../../../src/responder/answer.ts'
import { list, quotation, say, table, text } from '../blocks.ts'
import { heading } from '../terminal/make-answer.ts'

function paragraph(...children: readonly Phrasing[]): Block {
  return { type: 'paragraph', children }
}

/** A header as "# text", plain text as "= text", mrkdwn as it is. */
function sectionsOf(blocks: readonly Block[]): readonly string[] {
  return toSections(drawBlocks(blocks)).map((block) => {
    if (block.type === 'header') return `# ${block.text.text}`
    return block.text?.type === 'plain_text' ? `= ${block.text.text}` : (block.text?.text ?? '')
  })
}

describe('blocks are drawn:', () => {
  it.each<[string, readonly Block[], readonly string[], string]>([
    ['a heading as a header', [heading('Diet'), say('Eat.')], ['# Diet', 'Eat.'], 'Diet\nEat.'],
    ['paragraphs in one section', [say('One.'), say('Two.')], ['One.\n\nTwo.'], 'One.\n\nTwo.'],
    ['a deep heading as bold text', [heading('Diet', 3), say('Eat.')], ['*Diet*\nEat.'], 'Diet\nEat.'],
    ['a long heading as bold text', [heading('a'.repeat(151))], [`*${'a'.repeat(151)}*`], 'a'.repeat(151)],
    [
      'a heading that is too long once it is escaped as bold text',
      [heading(`${'a'.repeat(146)}&`)],
      [`*${'a'.repeat(146)}&amp;*`],
      `${'a'.repeat(146)}&amp;`,
    ],
    ['a heading of 150 characters as a header', [heading('a'.repeat(150))], [`# ${'a'.repeat(150)}`], 'a'.repeat(150)],
    [
      'a heading of two lines as one',
      [{ type: 'heading', depth: 2, children: [text('a'), { type: 'break' }, text('b')] }],
      ['# a b'],
      'a b',
    ],
    [
      'strong and emphasis',
      [paragraph({ type: 'strong', value: 'Do' }, text(' '), { type: 'emphasis', value: 'not' }, text('.'))],
      ['*Do* _not_.'],
      'Do not.',
    ],
    [
      'spaces at the ends of strong outside of its marks',
      [paragraph(text('a'), { type: 'strong', value: ' b ' }, text('c'))],
      ['a *b* c'],
      'a b c',
    ],
    [
      'strong inside a word as plain words, where Slack reads no mark',
      [paragraph(text('a'), { type: 'strong', value: 'b' }, text('c'))],
      ['abc'],
      'abc',
    ],
    [
      'styles that touch as plain words',
      [paragraph({ type: 'strong', value: 'a' }, { type: 'emphasis', value: 'c' })],
      ['ac'],
      'ac',
    ],
    ['strong that is a mark as plain text', [paragraph({ type: 'strong', value: '*' })], ['*'], '*'],
    ['a break as a line end', [paragraph(text('a '), { type: 'break' }, text(' b'))], ['a\nb'], 'a\nb'],
    ['marks as plain text', [say('*a* & _b_')], ['= *a* &amp; _b_'], '*a* &amp; _b_'],
    [
      'only what holds a mark as plain text',
      [say('a'), say(':b:'), say('c'), heading(':d:')],
      ['a', '= :b:', 'c', '# :d:'],
      'a\n\n:b:\n\nc\n\n:d:',
    ],
    ['a list', [list(['a', 'b'])], ['• a\n• b'], '• a\n• b'],
    ['a numbered list from its first number on', [list(['a', 'b'], 9)], ['9. a\n10. b'], '9. a\n10. b'],
    [
      'lists in lists, indented',
      [list([[say('a'), list([[say('b'), list(['c'])]], 1)]])],
      ['• a\n    1. b\n        • c'],
      '• a\n    1. b\n        • c',
    ],
    ['two paragraphs of an item', [list([[say('a'), say('b')]])], ['• a\n    b'], '• a\n    b'],
    ['a heading in an item as bold text', [list([[heading('a'), say('b')]])], ['• *a*\n    b'], '• a\n    b'],
    ['a quotation', [quotation(say('a'), say('b')), say('c')], ['&gt; a\n&gt; b\n\nc'], '&gt; a\n&gt; b\n\nc'],
    [
      'a quotation in a quotation as one',
      [quotation(say('a'), quotation(say('b')))],
      ['&gt; a\n&gt; b'],
      '&gt; a\n&gt; b',
    ],
    ['a list in a quotation', [quotation(list(['a', 'b']))], ['&gt; • a\n&gt; • b'], '&gt; • a\n&gt; • b'],
    [
      'a table as a bullet a row',
      [table(['Food', 'Has'], ['Egg', 'a lot'], ['Rice', ''])],
      ['• Food: Egg; Has: a lot\n• Food: Rice'],
      '• Food: Egg; Has: a lot\n• Food: Rice',
    ],
    ['nothing for what is empty', [say(' '), list([[], [say('')]]), quotation(), heading(''), say('a')], ['a'], 'a'],
    ['no text that turns its direction, and no controls', [say('a\u202eb\u0000c\td')], ['abc d'], 'abc d'],
    ['the signs that stand for marks meanwhile as nothing', [say('a\ufdd0b\ufdd2c\ufdd3')], ['abc'], 'abc'],
  ])('%s', (_, blocks, sections, expected) => {
    const drawn = drawBlocks(blocks)

    expect(sectionsOf(blocks)).toEqual(sections)
    expect(toText(drawn)).toBe(expected)
  })

  it('a section in full, whatever it holds', () => {
    expect(toSections(drawBlocks([say('a'), say('`b`')]))).toEqual([
      { type: 'section', text: { type: 'mrkdwn', text: 'a', verbatim: true }, expand: true },
      { type: 'section', text: { type: 'plain_text', text: '`b`', emoji: false }, expand: true },
    ])
  })

  it('a section of 3,000 characters at most, cut between lines and never inside an entity', () => {
    const sections = sectionsOf([list(Array.from({ length: 5 }, () => '&'.repeat(200)))])

    expect(sections.map(({ length }) => length)).toEqual([2 * 1002 + 1, 2 * 1002 + 1, 1002])
    expect(sections.join('\n')).toMatch(/^(?:• (?:&amp;){200}(?:\n|$)){5}$/)
  })
})

describe('a link is drawn', () => {
  it.each<[string, string, string, string, string]>([
    ['with its address', 'NHS', 'https://nhs.uk/a', 'NHS <https://nhs.uk/a>', 'NHS https://nhs.uk/a'],
    ['that is its own address once', 'https://nhs.uk/a', 'https://nhs.uk/a', '<https://nhs.uk/a>', 'https://nhs.uk/a'],
    ['without words as its address', ' ', 'https://nhs.uk', '<https://nhs.uk>', 'https://nhs.uk'],
    [
      'whose words are another address with both',
      'https://good.org',
      'https://evil.org',
      'https://good.org <https://evil.org>',
      'https://good.org https://evil.org',
    ],
    [
      'with what would end the address or begin its words encoded',
      'a',
      'https://x.org/a b>c|d',
      'a <https://x.org/a%20b%3Ec%7Cd>',
      'a https://x.org/a%20b%3Ec%7Cd',
    ],
    [
      'with an ampersand escaped once',
      'a',
      'https://x.org/?a=1&b=*2*',
      'a <https://x.org/?a=1&amp;b=*2*>',
      'a https://x.org/?a=1&amp;b=*2*',
    ],
    ['that is not https as its words', 'a', 'http://x.org', 'a', 'a'],
    ['that runs a script as its words', 'a', 'javascript:alert(1)', 'a', 'a'],
    ['that hides its host behind a name as its words', 'a', 'https://nhs.uk@evil.org', 'a', 'a'],
  ])('%s', (_, value, url, mrkdwn, plain) => {
    const blocks = [paragraph({ type: 'link', value, url })]

    expect(sectionsOf(blocks)).toEqual([mrkdwn])
    expect(toText(drawBlocks(blocks))).toBe(plain)
  })

  it('apart from the words around it, and from the next one', () => {
    const links = ['a', 'b'].map((value): Phrasing => ({ type: 'link', value, url: `https://${value}.org` }))
    const blocks = [paragraph(text('See'), { type: 'link', value: '', url: 'https://c.org' }, ...links, text('.'))]

    expect(sectionsOf(blocks)).toEqual(['See <https://c.org> a <https://a.org> b <https://b.org>.'])
  })
})
