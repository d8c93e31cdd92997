import { expect, it } from 'vitest'
import { escapeMrkdwn } from '../../../src/adapters/slack/drawing/escape-mrkdwn.ts'
import { readMrkdwn } from './read-mrkdwn.ts'

it.each([
  ['plain words', 'plain words'],
  ['<!channel> <@U1> <#C1|x>', '&lt;!channel&gt; &lt;@U1&gt; &lt;#C1|x&gt;'],
  ['salt & pepper', 'salt &amp; pepper'],
  // a document may speak of an entity: it shows as it is written
  ['&lt; and &amp;amp;', '&amp;lt; and &amp;amp;amp;'],
  ['@here #general https://x.org', '@here #general https://x.org'],
  ['5 * 3 ~ 15 _ x', '5 * 3 ~ 15 _ x'],
  ['snake_case_word 2*3*4', 'snake_case_word 2*3*4'],
  ['Mon–Fri 10:00–18:00, 10:30:45', 'Mon–Fri 10:00–18:00, 10:30:45'],
  ['a: b, c: d', 'a: b, c: d'],
  ['- a', '- a'],
  ['1. a', '1. a'],
  ['5 > 3', '5 &gt; 3'],
])('escapeMrkdwn() writes %j as %j', (line, expected) => {
  const mrkdwn = escapeMrkdwn(line)

  expect(mrkdwn).toBe(expected)
  expect(readMrkdwn(expected)).toEqual({ text: line, marks: [] })
})

it.each([
  '*bold*',
  'a *bold* word',
  '(*bold*)',
  '*ä*b',
  '＊bold＊',
  '_italic_',
  '＿italic＿',
  '~struck~',
  '～struck～',
  '`code`',
  '｀code｀',
  '```',
  '> quoted',
  '>quoted',
  '  > quoted',
  '>>> quoted',
  '＞ quoted',
  ':smile:',
  ':+1:',
  ':-1:',
  ':100:',
  ':marca_de_verificación_blanca:',
  'a:b:c',
])('escapeMrkdwn() has no mrkdwn for %j', (line) => {
  expect(escapeMrkdwn(line)).toBeUndefined()
})
