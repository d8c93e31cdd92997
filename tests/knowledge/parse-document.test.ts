import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Document } from '../../src/knowledge/document.ts'
import { parseDocument } from '../../src/knowledge/parse-document.ts'
import { documentWith, frontMatter } from './document-text.ts'

const sleep = `---
title: Why sleep matters
language: pt-br
sources:
  - title: Sleep Basics
    publisher: "Example Press"
    url: HTTPS://example.org/sleep
  - title: Rest
reviewer: Dr. A. Example
reviewed: 2026-11-23
review-by: 2027-11-23   # one year
aliases: [rest, 8 hours]
sections:
  naps:
    asked: ["Are naps bad?", Should I nap?]
    keep-with: [long-naps, overview]
---

# Why *sleep* matters

Sleep lets the body
rest.

## Naps

Short naps help.

#### A tip

Set an alarm.

### Long naps

Long naps do not.

## At night

### Before bed

Read.
`

function parse(text: string): Document {
  return parseDocument('sleep', 'knowledge/sleep.md', text)
}

function paragraph(value: string) {
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}

function sectionText(markdown: string): string | undefined {
  return parse(documentWith(markdown)).passages[0]?.text
}

it('parseDocument() reads every field of the front matter', () => {
  const { passages, ...facts } = parse(sleep)

  expect(facts).toEqual({
    name: 'sleep',
    title: 'Why sleep matters',
    language: 'pt-BR',
    sources: [
      { title: 'Sleep Basics', publisher: 'Example Press', url: 'https://example.org/sleep' },
      { title: 'Rest' },
    ],
    reviewer: 'Dr. A. Example',
    reviewed: '2026-11-23',
    reviewBy: '2027-11-23',
    aliases: ['rest', '8 hours'],
  })
  expect(passages).toHaveLength(5)
})

it('parseDocument() names no reviewer where the front matter says "none"', () => {
  const document = parse(documentWith('Rest is needed.'))

  expect(document).not.toHaveProperty('reviewer')
})

it('parseDocument() makes a passage of the text under the title and of each heading of level 2 and 3', () => {
  const { passages } = parse(sleep)

  expect(
    passages.map(({ section, heading, parent, children, text, line }) => [
      section,
      heading,
      parent,
      children,
      text,
      line,
    ]),
  ).toEqual([
    ['overview', 'Why sleep matters', undefined, [], 'Sleep lets the body rest.', 19],
    ['naps', 'Naps', undefined, ['long-naps'], 'Short naps help.\nA tip\nSet an alarm.', 24],
    ['long-naps', 'Long naps', 'naps', [], 'Long naps do not.', 32],
    ['at-night', 'At night', undefined, ['before-bed'], '', 36],
    ['before-bed', 'Before bed', 'at-night', [], 'Read.', 38],
  ])
})

it('parseDocument() gives each passage the questions and companions that the front matter names', () => {
  const [, naps, longNaps] = parse(sleep).passages

  expect(naps).toMatchObject({ asked: ['Are naps bad?', 'Should I nap?'], keepWith: ['long-naps', 'overview'] })
  expect(longNaps).toMatchObject({ asked: [], keepWith: [] })
})

it('parseDocument() hashes the plain text of a passage', () => {
  const [overview] = parse(sleep).passages

  expect(overview?.hash).toBe(createHash('sha256').update('Sleep lets the body rest.', 'utf8').digest('hex'))
})

it('parseDocument() reads a heading of level 4 as the first level below its passage', () => {
  const naps = parse(sleep).passages[1]

  expect(naps?.blocks[1]).toEqual({ type: 'heading', depth: 2, children: [{ type: 'text', value: 'A tip' }] })
})

it('parseDocument() makes no overview where no text stands under the title', () => {
  const { passages } = parse(documentWith('Rest is needed.'))

  expect(passages.map(({ section }) => section)).toEqual(['rest'])
})

it('parseDocument() accepts a heading "Overview" where the title has no text of its own', () => {
  const text = `${frontMatter()}\n# Why sleep matters\n\n## Overview\n\nSleep heals.\n`

  const { passages } = parse(text)

  expect(passages.map(({ section }) => section)).toEqual(['overview'])
})

it('parseDocument() takes a title that is alike but for white space and Markdown', () => {
  const text = documentWith('Rest is needed.').replace('# Why sleep matters', '#  Why   **sleep**\tmatters  ##')

  expect(parse(text).title).toBe('Why sleep matters')
})

it.each([
  ['Windows line ends', documentWith('Rest is needed.').replaceAll('\n', '\r\n')],
  ['line ends of old Macintosh files', documentWith('Rest is needed.').replaceAll('\n', '\r')],
  ['a byte order mark', `\uFEFF${documentWith('Rest is needed.')}`],
])('parseDocument() reads a file with %s like any other', (_, text) => {
  const document = parse(text)

  expect(document).toEqual(parse(documentWith('Rest is needed.')))
})

it.each([
  ['a paragraph', 'One\ntwo   *three*.', 'One two three.'],
  ['a hard line break', 'One  \ntwo', 'One two'],
  ['a list', '- One\n- Two\n  - Three\n', 'One\nTwo\nThree'],
  ['a task list', '- [x] One\n- [ ] Two\n', 'One\nTwo'],
  ['an item of two paragraphs', '1. One\n\n   Two\n2. Three', 'One\nTwo\nThree'],
  ['a quote', '> One\n>\n> Two', 'One\nTwo'],
  ['a table', '| Food | Hours |\n|---|---|\n| Tea | 2 |\n', 'Food | Hours\nTea | 2'],
  ['code and struck-out text', 'Take `one` ~~two~~.', 'Take one two.'],
  ['a thematic break', 'One\n\n---\n\nTwo', 'One\nTwo'],
  ['escapes and references', '5 \\* 3 &lt; 20&nbsp;&amp; more', '5 * 3 < 20 & more'],
  ['a sign for "less than"', 'Under 5 < 10.', 'Under 5 < 10.'],
  ['a reference link', '[Here][a].\n\n[a]: https://example.org', 'Here.'],
  [
    'addresses',
    'www.example.org, http://example.org or a_b@example.org.',
    'www.example.org, http://example.org or a_b@example.org.',
  ],
])('parseDocument() writes %s as plain text', (_, markdown, expected) => {
  expect(sectionText(markdown)).toBe(expected)
})

it.each([
  [
    'emphasis',
    'a *b* c',
    [
      { type: 'text', value: 'a ' },
      { type: 'emphasis', value: 'b' },
      { type: 'text', value: ' c' },
    ],
  ],
  ['emphasis in strong text, where the outer one wins', '**a *b* c**', [{ type: 'strong', value: 'a b c' }]],
  [
    'a link in strong text, which stays a link',
    '**a [b *c*](https://example.org)**',
    [
      { type: 'strong', value: 'a ' },
      { type: 'link', value: 'b c', url: 'https://example.org/' },
    ],
  ],
  ['a break', 'a\\\nb', [{ type: 'text', value: 'a' }, { type: 'break' }, { type: 'text', value: 'b' }]],
  [
    'a reference link',
    '[a]\n\n[a]: https://example.org/b',
    [{ type: 'link', value: 'a', url: 'https://example.org/b' }],
  ],
  [
    'an https address in the text',
    'https://example.org',
    [{ type: 'link', value: 'https://example.org', url: 'https://example.org/' }],
  ],
  ['another address in the text', 'www.example.org', [{ type: 'text', value: 'www.example.org' }]],
])('parseDocument() flattens %s', (_, markdown, children) => {
  const [passage] = parse(documentWith(markdown)).passages

  expect(passage?.blocks).toEqual([{ type: 'paragraph', children }])
})

it('parseDocument() keeps the first number of a numbered list and nests lists', () => {
  const [passage] = parse(documentWith('3. One\n   - Two')).passages

  expect(passage?.blocks).toEqual([
    { type: 'list', start: 3, items: [[paragraph('One'), { type: 'list', items: [[paragraph('Two')]] }]] },
  ])
})
