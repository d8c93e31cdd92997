import * as fc from 'fast-check'
import type { Action, Answer, Block, Phrasing } from '../../src/responder/answer.ts'
import { makeAnswer } from './terminal/make-answer.ts'

/** What somebody would write who wants a bot to ping, to mislead or to break. */
const hostile = fc.constantFrom(
  '@everyone',
  '@here',
  '<@1>',
  '<@&1>',
  '<#1>',
  '<t:1:R>',
  '</ask:1>',
  '<:a:1>',
  '<id:customize>',
  '[free help](http://evil.org)',
  '[a](<https://evil.org>)',
  'http://evil.org',
  'https://evil.org',
  '<https://evil.org>',
  '```js\nalert(1)\n```',
  '`code`',
  '||hidden||',
  '**bold** __under__ *it* _it_ ~~out~~',
  '# heading',
  '-# small',
  '- bullet',
  '1. one',
  '> quoted',
  '>>> quoted',
  '\\',
  '\\*',
  ':smile:',
  '\u202e',
  '\u2067',
  '\u200f',
  '\u200b',
  '\ufdd0\ufdd1\ufdd2',
  '\ud800',
  '\u0000',
  '\r\n',
  '\u2028',
  'e\u0301',
  '👨‍👩‍👧',
)

const prose = fc.constantFrom(
  'Serotonin carries signals. ',
  'You can eat it every day. ',
  'Unless you are ill. ',
  'However, ask your doctor first. ',
  'It costs 3.5 € (see above) ',
  '血清素是一种神经递质。',
  'Do not stop it. ',
  ' ',
)

const value = fc
  .array(fc.oneof(hostile, prose, fc.string({ maxLength: 8 })), { maxLength: 6 })
  .map((pieces) => pieces.join(''))

const url = fc.oneof(
  value,
  value.map((path) => `https://example.org/${path}`),
  fc.constantFrom(
    'http://evil.org',
    'https://a:b@evil.org',
    'https://example.org/?q=@everyone',
    'https://example.org/http://evil.org',
  ),
)

const phrasing: fc.Arbitrary<Phrasing> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom('text', 'emphasis', 'strong'), value }) },
  fc.record({ type: fc.constant('link'), value, url }),
  fc.record({ type: fc.constant('break') }),
)

const children = fc.array(phrasing, { maxLength: 5 })

/** Any block, nested or not. */
export const { block: arbitraryBlock } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ type: fc.constant('paragraph'), children }),
    fc.record({ type: fc.constant('heading'), depth: fc.integer({ min: 1, max: 4 }), children }),
    fc.record({ type: fc.constant('table'), rows: fc.array(fc.array(children, { maxLength: 3 }), { maxLength: 4 }) }),
    fc.record({ type: fc.constant('blockquote'), children: fc.array(tie('block'), { maxLength: 3 }) }),
    fc.record(
      {
        type: fc.constant('list'),
        start: fc.nat(2000),
        items: fc.array(fc.array(tie('block'), { maxLength: 3 }), { maxLength: 5 }),
      },
      { requiredKeys: ['type', 'items'] },
    ),
  ),
}))

/** A paragraph, list or heading of up to 30,000 characters. */
const longBlock: fc.Arbitrary<Block> = fc
  .tuple(
    fc.oneof(value, prose, hostile),
    fc.integer({ min: 1, max: 30_000 }),
    fc.constantFrom('paragraph', 'heading', 'list', 'word'),
  )
  .map(([text, characters, kind]): Block => {
    const long = text.repeat(Math.ceil(characters / Math.max(1, text.length)))
    const words = [{ type: 'text', value: kind === 'word' ? long.replace(/\s+/g, '') : long }] as const
    const paragraph: Block = { type: 'paragraph', children: words }
    if (kind === 'heading') return { type: 'heading', depth: 1, children: words }
    return kind === 'list' ? { type: 'list', items: [[paragraph], [paragraph]] } : paragraph
  })

/** A list in a list, eight times. */
const deepBlock: fc.Arbitrary<Block> = value.map((text) =>
  Array.from({ length: 8 }).reduce<Block>(
    (inner) => ({
      type: 'list',
      start: 1,
      items: [[{ type: 'paragraph', children: [{ type: 'text', value: text }] }, inner]],
    }),
    { type: 'list', items: [] },
  ),
)

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('passage'), label: value, document: value, section: value }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('question'), label: value }) },
  fc.record({ type: fc.constantFrom('topics', 'not-about-me'), label: value }),
  fc.record({ type: fc.constant('support'), label: value }),
  fc.record({ type: fc.constant('support'), label: value, countries: fc.constant(true) }),
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('country'),
      label: value,
      region: fc.oneof(value, fc.string({ minLength: 2, maxLength: 2 })),
    }),
  },
)

/** Any answer: texts of any length, more to pick than fits, and hostile text everywhere but in the disclaimer. */
export const arbitraryAnswer: fc.Arbitrary<Answer> = fc
  .record(
    {
      outcome: fc.constantFrom('answered', 'suggested', 'help', 'urgent'),
      blocks: fc.array(fc.oneof({ weight: 3, arbitrary: arbitraryBlock }, longBlock, deepBlock), { maxLength: 6 }),
      topic: value,
      source: fc.oneof(
        children,
        longBlock.map((block) => (block.type === 'paragraph' ? block.children : [])),
      ),
      page: fc.record({ label: value, url }),
      actions: fc.oneof(fc.array(action, { maxLength: 6 }), fc.array(action, { maxLength: 80 })),
      inPublic: fc.record({ line: value, button: value }),
    },
    { requiredKeys: ['outcome', 'blocks', 'actions'] },
  )
  .map(makeAnswer)
