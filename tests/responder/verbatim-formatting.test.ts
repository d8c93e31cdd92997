import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseDocument } from '../../src/knowledge/parse-document.ts'
import { linesOf } from './answer-text.ts'
import { botOver } from './shipped-bot.ts'

/** A piece of Markdown and what a reader sees of it. */
type Piece = { readonly markdown: string; readonly seen: string }

const word = fc.constantFrom('rest', 'water', 'Ärzte', 'naïve', '3 hours', 'don’t', 'a–b', 'and', 'Caution:', '5 %')
const phrase = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
const run: fc.Arbitrary<Piece> = fc.oneof(
  phrase.map((seen) => ({ markdown: seen, seen })),
  phrase.map((seen) => ({ markdown: `**${seen}**`, seen })),
  phrase.map((seen) => ({ markdown: `*${seen}*`, seen })),
  phrase.map((seen) => ({ markdown: `[${seen}](https://example.org/a)`, seen })),
)
const line: fc.Arbitrary<Piece> = fc.array(run, { minLength: 1, maxLength: 4 }).map((runs) => ({
  markdown: `So ${runs.map(({ markdown }) => markdown).join(' ')}.`,
  seen: `So ${runs.map(({ seen }) => seen).join(' ')}.`,
}))
const block: fc.Arbitrary<readonly Piece[]> = fc.oneof(
  line.map((each) => [each]),
  fc
    .array(line, { minLength: 1, maxLength: 4 })
    .map((lines) => lines.map(({ markdown, seen }) => ({ markdown: `- ${markdown}`, seen }))),
  line.map(({ markdown, seen }) => [{ markdown: `> ${markdown}`, seen }]),
)

it('an answer says every line of a generated document as a reader of the file sees it, in order', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) => {
      const markdown = blocks.map((lines) => lines.map((each) => each.markdown).join('\n')).join('\n\n***\n\n')
      const seen = blocks.flatMap((lines) => lines.map((each) => each.seen))

      const answer = botOver([documentWith(markdown.replaceAll('\n\n***\n\n', '\n\nThen.\n\n'))]).passage(
        'rest',
        'rest',
      )

      const said = linesOf(answer?.blocks ?? []).filter((each) => each.startsWith('So '))
      expect(said).toEqual(seen)
    }),
    { numRuns: 40 },
  )
})

function documentWith(markdown: string) {
  return parseDocument(
    'rest',
    'rest.md',
    `---
title: Why rest matters
language: en
sources:
  - title: Rest Basics
reviewer: none
reviewed: 2026-11-23
review-by: 2027-11-23
---

# Why rest matters

## Rest

${markdown}
`,
  )
}
