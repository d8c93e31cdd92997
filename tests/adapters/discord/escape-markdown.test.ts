import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeMarkdown } from '../../../src/adapters/discord/drawing/escape-markdown.ts'
import { readMarkdown } from './read-markdown.ts'

describe('escapeMarkdown() leaves ordinary prose as it is', () => {
  it.each([
    'In immediate danger, call 112 or 999. Is there someone you trust?',
    'Source: Askvity, “Why Low Serotonin?” · last reviewed 23 Nov 2026, not by a clinician',
    "It's 5-HT, also written 5-hydroxytryptamine (see above); about 90% is made in the gut [1].",
    'Take 2 * 5 mg, at 10:30 or 22:30; that is < 3 days and > 1 day, ~2 weeks, 10–20 µg/l.',
    'Samaritans: 116 123 (24/7), text HELLO to 50808, www.childline.ie or jo@samaritans.org',
    'snake_case, C#, #1, AT&T, and/or, 50/50, $5, a | b, 1.5, e.g. this - and that.',
    'No sé. ¿Qué es? Ça va « bien » ; l’enfant. Größe: 3,5 cm. 血清素。',
    'version 2.0\n3.5 mg\n10 - 20',
  ])('%s', (prose) => {
    expect(escapeMarkdown(prose)).toBe(prose)
  })
})

describe('escapeMarkdown() shows as written', () => {
  it.each([
    ['bold', '**a**', '\\*\\*a\\*\\*'],
    ['italics', '*a* and _b_', '\\*a\\* and \\_b\\_'],
    ['underline inside a word', 'a__b__c', 'a\\_\\_b\\_\\_c'],
    ['a strike', '~~a~~', '\\~\\~a\\~\\~'],
    ['a spoiler', '||a||', '\\|\\|a\\|\\|'],
    ['code', '`a`', '\\`a\\`'],
    ['a code fence', '```js\na\n```', '\\`\\`\\`js\na\n\\`\\`\\`'],
    ['a backslash before a mark', '\\*', '\\\\\\*'],
    ['a backslash at the end', 'C:\\', 'C:\\\\'],
    ['a mention of a person', '<@1> <@!1>', '\\<@1> \\<@!1>'],
    ['a mention of a role', '<@&1>', '\\<@&1>'],
    ['a mention of a channel', '<#1>', '\\<#1>'],
    ['a mention of everybody', '@everyone @here', '\\@everyone \\@here'],
    ['a time', '<t:1:R>', '\\<t:1:R>'],
    ['a command', '</ask it:1>', '\\</ask it:1>'],
    ['an emoji', '<:a:1> <a:b:2> :smile: :+1: :100:', '\\<\\:a:1> \\<a\\:b:2> \\:smile: \\:+1: \\:100:'],
    ['a masked link', '[a](http://x.org)', '[a]\\(http\\://x.org)'],
    ['an address', 'https://x.org', 'https\\://x.org'],
    ['an address in brackets', '<https://x.org>', '\\<https\\://x.org>'],
    ['a mail address in brackets', '<1@x.org>', '\\<1@x.org>'],
    ['a heading', '# a\n## b\n### c\n#', '\\# a\n\\## b\n\\### c\n\\#'],
    ['small print', '-# a', '\\-# a'],
    ['bullets', '- a\n* b\n*', '\\- a\n\\* b\n\\*'],
    ['a numbered list', '1. a\n1986. b', '1\\. a\n1986\\. b'],
    ['a quotation', '> a\n>>> b', '\\> a\n\\>>> b'],
  ])('%s', (_, text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped)
    expect(readMarkdown(escaped)).toEqual({ text, marks: [] })
  })

  it('any text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')

        expect(readMarkdown(escapeMarkdown(text))).toEqual({ text, marks: [] })
      }),
      { numRuns: 5000 },
    )
  })
})

const piece = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.constantFrom(
    '*',
    '**',
    '_',
    '__',
    '~~',
    '||',
    '`',
    '```',
    '\\',
    '<',
    '>',
    '@',
    '#',
    ':',
    '/',
    '[',
    ']',
    '(',
    ')',
    '-',
    '1.',
    ' ',
    '\n',
  ),
  fc.constantFrom(
    '<@1>',
    '<@&2>',
    '<#3>',
    '<t:4>',
    '</a b:5>',
    '<:c:6>',
    '<a:d:7>',
    '<id:guide>',
    '@everyone',
    '@here',
    'http://',
    'https://x.org',
    ':smile:',
    '](',
    'a',
    '1',
    'é',
    '😀',
  ),
)
