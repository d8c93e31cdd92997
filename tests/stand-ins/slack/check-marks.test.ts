import { describe, expect, it } from 'vitest'
import { checkMarks, escapedTwice } from './check-marks.ts'

describe('checkMarks() accepts', () => {
  it.each([
    ['words and marks', '*Sleep* is _good_ for you: `8 h` ~or~ so, @channel'],
    ['characters that are escaped', 'salt &amp; water, &lt;@U0ALEX&gt;, 3 &gt; 2'],
    ['a link', 'see <https://nhs.example/sleep?a=1&amp;b=2>'],
    ['a link with a name', 'see <https://nhs.example/sleep|how to sleep &amp; rest>'],
  ])('%s', (_, text) => {
    expect(checkMarks(text, [section(text)])).toEqual([])
  })
})

describe('checkMarks() refuses', () => {
  it.each([
    ['a notification of a channel', '<!channel>', /<!channel>, which mentions/],
    ['a notification with a name', '<!here|here>', /<!here\|here>, which mentions/],
    ['a group', '<!subteam^S0TEAM>', /which mentions/],
    ['a date', '<!date^1392734382^{date}|soon>', /which mentions/],
    ['a person', 'ask <@U0ALEX>', /<@U0ALEX>, which mentions/],
    ['a channel', 'in <#C0LOBBY|lobby>', /<#C0LOBBY\|lobby>, which mentions/],
    ['a mention made by a link before it', '<<https://a.example>@U0ALEX>', /angle bracket/],
    ['a link to another kind of address', '<tel:112|112>', /angle bracket/],
    ['a link that is not secure', '<http://a.example>', /angle bracket/],
    ['a quote by its mark', '> sleep', /angle bracket/],
    ['a lone angle bracket', '2 < 3', /angle bracket/],
    ['an ampersand', 'salt & water', /& that is not escaped/],
    ['an ampersand in a link', '<https://a.example?a=1&b=2>', /& that is not escaped/],
    ['an entity that Slack does not know', 'a &nbsp; b', /& that is not escaped/],
  ])('%s, in a text and in a section', (_, text, problem) => {
    expect(checkMarks(text, []).join('\n')).toMatch(problem)
    expect(checkMarks('', [section(text)]).join('\n')).toMatch(problem)
  })

  it('a mention in a field, in context and in Markdown', () => {
    const mention = { type: 'mrkdwn', text: '<!channel>', verbatim: true } as const

    const problems = checkMarks(undefined, [
      { type: 'section', fields: [mention] },
      { type: 'context', elements: [mention] },
      { type: 'markdown', text: '<!channel>' },
    ])

    expect(problems.filter((each) => each.includes('which mentions'))).toHaveLength(3)
  })

  it('names in Markdown that would notify everybody', () => {
    expect(checkMarks(undefined, [{ type: 'markdown', text: 'ask @here' }])).toEqual([
      'blocks[0] would notify everybody',
    ])
  })
})

it.each([
  ['&amp;amp;', true],
  ['a &amp;lt;b&amp;gt;', true],
  ['&amp;#39;', true],
  ['&lt;b&gt; &amp; c', false],
  ['&amp; lt;', false],
])('escapedTwice() looks at %s and says %s', (text, isTwice) => {
  expect(escapedTwice(text)).toBe(isTwice)
})

function section(text: string) {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } } as const
}
