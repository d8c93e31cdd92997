import * as fc from 'fast-check'
import type { Answer, Block, Phrasing } from '../../../src/responder/answer.ts'
import { makeAnswer } from './make-answer.ts'

/** Any text, with a good share of what a terminal obeys. */
const value = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\u001b[2J', '\u009b31m', '\u001b]0;title\u0007', 'a\r\nb', '\u202e', '\u2028', '\u0000', '\ud800'),
)

const phrasing: fc.Arbitrary<Phrasing> = fc.oneof(
  fc.record({ type: fc.constantFrom('text', 'emphasis', 'strong'), value }),
  fc.record({ type: fc.constant('link'), value, url: value }),
  fc.record({ type: fc.constant('break') }),
)

const children = fc.array(phrasing, { maxLength: 4 })

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ type: fc.constant('paragraph'), children }),
    fc.record({ type: fc.constant('heading'), depth: fc.integer({ min: 1, max: 4 }), children }),
    fc.record({ type: fc.constant('table'), rows: fc.array(fc.array(children, { maxLength: 3 }), { maxLength: 3 }) }),
    fc.record({ type: fc.constant('blockquote'), children: fc.array(tie('block'), { maxLength: 3 }) }),
    fc.record(
      {
        type: fc.constant('list'),
        start: fc.nat(20),
        items: fc.array(fc.array(tie('block'), { maxLength: 3 }), { maxLength: 3 }),
      },
      { requiredKeys: ['type', 'items'] },
    ),
  ),
}))

/** Any answer that blocks, source, topic and actions can make. */
export const arbitraryAnswer: fc.Arbitrary<Answer> = fc
  .record(
    {
      blocks: fc.array(block, { maxLength: 4 }),
      topic: value,
      source: children,
      page: fc.record({ label: value, url: value.map((path) => `https://example.org/${path}`) }),
      actions: fc.array(
        fc.oneof(
          fc.record({ type: fc.constant('passage'), label: value, document: value, section: value }),
          fc.record({ type: fc.constantFrom('question', 'topics', 'not-about-me'), label: value }),
          fc.record({ type: fc.constant('support'), label: value }),
          fc.record({ type: fc.constant('country'), label: value, region: value }),
        ),
        { maxLength: 4 },
      ),
    },
    { requiredKeys: ['blocks', 'actions'] },
  )
  .map(makeAnswer)
