import * as fc from 'fast-check'
import type { Answer } from '../../../src/responder/answer.ts'
import { arbitraryAnswer as forDiscord } from '../arbitrary-answer.ts'

/** What somebody would write who wants the bot to notify, to mislead or to break in Slack, for what works in Discord. */
const forSlack: Readonly<Record<string, string>> = {
  '@everyone': '<!everyone>',
  '@here': '<!here|here>',
  '<@1>': '<@U0000001>',
  '<@&1>': '<!subteam^S0000001>',
  '<#1>': '<#C0000001|general>',
  '<t:1:R>': '<!date^1700000000^{date}|today>',
  '</ask:1>': '&lt;!channel&gt;',
  '<:a:1>': '&amp;amp; &quot; &',
  '<id:customize>': '<mailto:a@evil.org|free help>',
  '[a](<https://evil.org>)': '<http://evil.org|https://good.org>',
  '**bold** __under__ *it* _it_ ~~out~~': '*bold* _it_ ~out~ ＊wide＊ ＿it＿',
  '||hidden||': '*a|b> c_d*e ~5 g',
  '>>> quoted': '&gt;&gt;&gt; quoted',
  '-# small': '＞ quoted',
}

const tokens = new RegExp(
  Object.keys(forSlack)
    .map((token) => token.replace(/[[\](){}*+?.|^$]/g, '\\$&'))
    .join('|'),
  'g',
)

/** Any answer: texts of any length, more to pick than fits, and hostile text everywhere but in the disclaimer. */
export const arbitraryAnswer: fc.Arbitrary<Answer> = forDiscord.map(({ disclaimer, summary, ...answer }) =>
  Object.assign(translate(answer) as Answer, { disclaimer, summary }),
)

/** A few lines of text that is hostile, and nothing else. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Object.values(forSlack), ...'*_~`:<>&|'.split(''), ':smile:', '```', ' ', 'a', '1', '(', '.'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''))

/** A link without words gets one: where a paragraph is cut, the address goes with the words. */
function translate(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(tokens, (token) => forSlack[token] ?? token)
  if (Array.isArray(value)) return value.map(translate)
  if (typeof value !== 'object' || value === null) return value
  const parts = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, translate(each)]))
  return parts['type'] === 'link' && parts['value'] === '' ? { ...parts, value: 'link' } : parts
}
