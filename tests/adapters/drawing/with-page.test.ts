import { describe, expect, it } from 'vitest'
import { render as renderForDiscord } from '../../../src/adapters/discord/render.ts'
import { render as renderForSlack } from '../../../src/adapters/slack/render.ts'
import { renderText } from '../../../src/adapters/terminal/render.ts'
import type { Answer, Phrasing } from '../../../src/responder/answer.ts'
import { say } from '../blocks.ts'
import { readBody } from '../discord/read-body.ts'
import { makeAnswer } from '../terminal/make-answer.ts'
import { words } from '../words.ts'

const url = 'https://chat.example.org/topics/low-serotonin#diet'
const page = { label: 'Read it in the whole text', url }
const source: readonly Phrasing[] = [{ type: 'text', value: 'Source: Askvity' }]

/** The messages of an answer as each platform is sent them. */
const platforms: Readonly<Record<string, (answer: Answer) => readonly string[]>> = {
  Discord: (answer) => renderForDiscord(answer, { words, plain: true }).map((body) => readBody(body).text),
  'Discord with components': (answer) =>
    renderForDiscord(answer, { words, plain: false }).map((body) => readBody(body).text),
  Slack: (answer) => renderForSlack(answer, { words }).map(({ blocks }) => JSON.stringify(blocks)),
  'Slack, as notifications have it': (answer) => renderForSlack(answer, { words }).map(({ text }) => text),
  terminal: (answer) => [renderText(answer, { width: Number.POSITIVE_INFINITY, color: false })],
}

it.each([
  ['Discord', `\n\n-# Source: Askvity · Read it in the whole text <${url}>\n\n`],
  ['Discord with components', `\n\n-# Source: Askvity · Read it in the whole text <${url}>\n\n`],
  ['Slack', `"text":"Source: Askvity · Read it in the whole text <${url}>"`],
  ['Slack, as notifications have it', `\n\nSource: Askvity · Read it in the whole text ${url}\n\n`],
  ['terminal', `\n\nSource: Askvity · Read it in the whole text (${url})\n\n`],
])('%s draws the link to the whole text at the end of the source line', (platform, line) => {
  const messages = platforms[platform]?.(makeAnswer({ source, page }))

  expect(messages).toHaveLength(1)
  expect(messages?.[0]).toContain(line)
})

describe.each(Object.entries(platforms))('%s', (platform, drawn) => {
  it('draws the link alone where there is no source', () => {
    expect(drawn(makeAnswer({ page })).join('\n')).toMatch(/(?<!· )Read it in the whole text/)
  })

  it.each([
    'http://127.0.0.1:8080/topics/low-serotonin#diet',
    'https://user:secret@example.org/topics/low-serotonin#diet',
    `https://example.org/topics/${'a'.repeat(300)}#diet`,
  ])('leaves out an address that is not safe to draw, with its words: %s', (unsafe) => {
    const messages = drawn(makeAnswer({ source, page: { ...page, url: unsafe } }))

    expect(messages).toEqual(drawn(makeAnswer({ source })))
  })

  it('cuts words that would take the room of the answer', () => {
    const messages = drawn(makeAnswer({ source, page: { url, label: 'read '.repeat(100) } }))

    expect(messages.join('\n')).toMatch(/Source: Askvity · (?:read ){11}read… [<(]?https:/)
  })

  it('keeps the link behind a source line that is cut', () => {
    const link = `https://example.org/topics/${'a'.repeat(200)}#${'b'.repeat(60)}`
    const long: readonly Phrasing[] = [{ type: 'link', value: 'c'.repeat(700), url: 'https://example.org' }]

    const messages = drawn(makeAnswer({ source: long, page: { ...page, url: link } }))

    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain(link)
    expect(messages[0]?.includes('c…')).toBe(platform !== 'terminal')
  })

  it('draws the link once, on the last message of an answer that needs several', () => {
    const blocks = Array.from({ length: 6 }, (_, place) => say(`${place} ${'word '.repeat(250)}end.`))

    const messages = drawn(makeAnswer({ blocks, source, page }))

    expect(messages.filter((message) => message.includes(url))).toEqual(messages.slice(-1))
    expect(messages.length > 1).toBe(platform !== 'terminal')
  })
})
