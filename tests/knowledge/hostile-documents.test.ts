import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { documentWith, frontMatter } from './document-text.ts'
import { problemsOf } from './problems-of.ts'

/** Each is refused within milliseconds; a busy machine gets a second. */
const maxMs = 1_000

const tooDeep = /nested more than 6 deep/
const tooMany = /too many marks/

it.each([
  ['5,000 quotes in each other', '>'.repeat(5_000), tooDeep],
  ['5,000 quotes with spaces', '> '.repeat(5_000), tooDeep],
  ['5,000 lists on one line', `${'+ '.repeat(5_000)}a`, tooDeep],
  ['5,000 numbered lists on one line', `${'1. '.repeat(5_000)}a`, tooDeep],
  ['5,000 lists and quotes in turn', `${'> - '.repeat(5_000)}a`, tooDeep],
  [
    'lists that nest line by line',
    Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n'),
    tooDeep,
  ],
  [
    'lists that nest with tabs',
    Array.from({ length: 1_000 }, (_, depth) => `${'\t'.repeat(depth)}- a`).join('\n'),
    tooDeep,
  ],
  ['50,000 brackets', '['.repeat(50_000), tooMany],
  ['50,000 starts of links', '[a](b'.repeat(50_000), /more than 64000 characters|too many marks/],
  ['50,000 emphasis marks that do not match', '*a_ '.repeat(12_500), tooMany],
  ['20,000 stars around a letter', `${'*'.repeat(20_000)}a${'*'.repeat(20_000)}`, tooMany],
  [
    'runs of back-ticks that nothing closes',
    Array.from({ length: 300 }, (_, n) => '`'.repeat(n + 1)).join(' '),
    tooMany,
  ],
  ['5,000 starts of comments', 'a <!--'.repeat(5_000), tooMany],
  ['a table of 100,000 cells', `${'a|'.repeat(100_000)}\n${'-|'.repeat(100_000)}`, tooMany],
  ['10,001 lines', 'a\n\n'.repeat(5_001), /more than 10000 lines/],
  ['a list of 5,000 items', '- a\n'.repeat(5_000), /too many marks|more than 1000 lines/],
  ['a paragraph of 100,000 letters', 'a '.repeat(50_000), /more than 64000 characters/],
  ['a text of more than 1 MiB', 'a '.repeat(600_000), /larger than 1 MiB/],
  ['1,000 NUL bytes', '\0'.repeat(1_000), /U\+0000/],
  ['a half of a character', 'a \ud800 b', /U\+D800/],
])('parseDocument() refuses %s without parsing it', (_, markdown, expected) => {
  const started = performance.now()

  const problems = problemsOf(documentWith(markdown))

  expect(problems.map(({ message }) => message).join('\n')).toMatch(expected)
  expect(performance.now() - started).toBeLessThan(maxMs)
})

it.each([
  ['1 MB of fields', 'a: b\n'.repeat(200_000), /longer than 8 KiB/],
  ['1 MB on one line', `a: ${'b'.repeat(1_000_000)}\n`, /longer than 8 KiB/],
  ['aliases that grow tenfold each', 'a: &a [x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\n', /YAML anchor/],
  ['8,000 brackets', `aliases: ${'['.repeat(8_000)}\n`, /too many lists in lists/],
  ['4,000 lists on one line', `aliases:\n  ${'- '.repeat(3_900)}\n`, /too many lists in lists/],
  ['2,000 keys', Array.from({ length: 1_000 }, (_, n) => `k${n}: b\n`).join(''), /unknown field/],
])('parseDocument() refuses front matter of %s', (_, fields, expected) => {
  const started = performance.now()

  const problems = problemsOf(`${frontMatter(fields)}\n# Why sleep matters\n\nText.\n`)

  expect(problems.map(({ message }) => message).join('\n')).toMatch(expected)
  expect(performance.now() - started).toBeLessThan(maxMs)
})

it('parseDocument() adds nothing to the prototype of objects', () => {
  const fields =
    '__proto__:\n  polluted: yes\nsections:\n  __proto__:\n    asked: [a]\n  constructor:\n    asked: [b]\n'

  const problems = problemsOf(`${frontMatter(fields)}\n# Why sleep matters\n\nText.\n`)

  expect(problems).toHaveLength(3)
  expect({}).not.toHaveProperty('polluted')
})

it('parseDocument() repeats no password of an address', () => {
  const problems = problemsOf(documentWith('[a](https://me:secret@example.org)'))

  expect(problems).toHaveLength(1)
  expect(JSON.stringify(problems)).not.toContain('secret')
})

const markdownPieces = fc.constantFrom(
  ...'# a·## b·### c·#### d·- ·1. ·> ·*·**·_·~~·`·```·[·]·(·)·![·<·>·<b>·|·|-|·---·==='.split('·'),
  ...'\n·\n\n·  ·    ·\t·\\·&amp;·&#0;·:·https://a.b·www.a.b·a@b.c·[^1]·[a]·[a]: https://a.b·text'.split('·'),
)
const yamlPieces = fc.constantFrom(
  ...'title·sources·sections·asked·keep-with·__proto__·:·: ·- ·? ·[·]·{·}·,·"·|·>·&a·*a·!!str ·!·%YAML'.split('·'),
  ..."'·#· #·\n·\n  ·---·...·@·`·2026-02-30·\\u202e·\t·<<".split('·'),
)
const written = (pieces: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''))

it.each([
  ['any text', fc.string({ unit: 'binary', maxLength: 500 })],
  ['any Markdown', written(markdownPieces).map((markdown) => documentWith(markdown))],
  ['any front matter', written(yamlPieces).map((yaml) => `---\n${yaml}\n---\n# A\n`)],
  ['any front matter beside what is needed', written(yamlPieces).map((yaml) => frontMatter(`${yaml}\n`))],
])('parseDocument() throws nothing but InvalidDocument for %s', (_, texts) => {
  fc.assert(
    fc.property(texts, (text) => {
      const lineCount = text.split(/\r\n?|\n/).length

      for (const { line, message, fix } of problemsOf(text)) {
        expect(line).toBeGreaterThan(0)
        expect(line).toBeLessThanOrEqual(lineCount)
        expect(message).not.toBe('')
        expect(fix).not.toBe('')
      }
    }),
    { numRuns: 300 },
  )
})
