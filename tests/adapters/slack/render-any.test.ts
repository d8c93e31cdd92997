import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeText } from '../../../src/adapters/drawing/safe-text.ts'
import { safeUrl } from '../../../src/adapters/drawing/safe-url.ts'
import { splitAnswer } from '../../../src/adapters/drawing/split-answer.ts'
import { tableToList } from '../../../src/adapters/drawing/table-to-list.ts'
import {
  type MessageBody,
  render,
  renderHome,
  renderInPublic,
  renderModal,
  renderNote,
} from '../../../src/adapters/slack/render.ts'
import type { Answer, Block, Phrasing } from '../../../src/responder/answer.ts'
import { checkMessage } from '../../stand-ins/slack/check-message.ts'
import { say } from '../blocks.ts'
import { disclaimer, makeAnswer } from '../terminal/make-answer.ts'
import { words } from '../words.ts'
import { arbitraryAnswer, hostileText } from './arbitrary-answer.ts'
import { readBlocks, type Seen } from './read-blocks.ts'
import { unescapeText } from './read-mrkdwn.ts'

const control = fc.oneof(
  fc.record({ type: fc.constant('share'), document: fc.string(), section: fc.string() }),
  fc.record({ type: fc.constant('delete'), proof: fc.oneof(fc.base64String(), fc.stringMatching(/^[\w-]{32}$/)) }),
  fc.record({ type: fc.constant('help') }),
)

const drawing = fc.record(
  {
    held: fc.oneof(fc.string(), fc.stringMatching(/^[\w-]{16}$/)),
    note: fc.constantFrom(words.notes.gone, '<!channel> <@U1> &amp;'),
    controls: fc.array(control, { maxLength: 4 }),
  },
  { requiredKeys: [] },
)

describe('render() of any answer', () => {
  it('makes valid messages with disclaimer and help, whose text says what the blocks say, and loses nothing', () => {
    fc.assert(
      fc.property(arbitraryAnswer, drawing, (answer, options) => {
        const bodies = render(answer, { ...options, words })

        expect(bodies.length).toBeGreaterThanOrEqual(1)
        expect(bodies.length).toBeLessThanOrEqual(4)
        expect(bodies.flatMap(faultsOf)).toEqual([])
        for (const body of bodies) {
          const seen = readBlocks(body.blocks)
          expect(body.text.length).toBeLessThanOrEqual(3900)
          expect(unescapeText(body.text).endsWith(disclaimer.text)).toBe(true)
          expect(seen.text.endsWith(disclaimer.text)).toBe(true)
          expect(lettersIn(seen.text)).toBe(lettersIn(unescapeText(body.text)))
          expect(leadsToHelp(seen)).toBe(true)
        }
        expect(lost(bodies, answer, options.note)).toBe('')
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  it('shows hostile text as it was written, in the blocks and in the text', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 3 }), (lines) => {
        const said = lines.map((line) => safeText(line).trim()).filter((line) => line !== '')
        const [body] = render(makeAnswer({ blocks: lines.map(say) }), { words })
        const seen = readBlocks(body?.blocks ?? [])

        expect(seen.marks).toEqual([])
        expect(seen.text.split('\n').filter((line) => line !== '')).toEqual([...said, disclaimer.text])
        expect(unescapeText(body?.text ?? '')).toBe([...said, disclaimer.text].join('\n\n'))
      }),
      { numRuns: 500 },
    )
  })

  it('shows hostile words of every style in full', () => {
    const style = fc.constantFrom('text', 'strong', 'emphasis')
    fc.assert(
      fc.property(fc.array(fc.record({ type: style, value: hostileText }), { maxLength: 5 }), (children) => {
        const [body] = render(makeAnswer({ blocks: [{ type: 'paragraph', children }] }), { words })
        const seen = readBlocks(body?.blocks ?? [])

        const said = safeText(children.map(({ value }) => value).join('')).trim()
        expect(seen.marks.filter((mark) => mark !== 'bold' && mark !== 'italics')).toEqual([])
        expect(seen.text.replace(/\s+/g, '')).toBe(`${said}${disclaimer.text}`.replace(/\s+/g, ''))
      }),
      { numRuns: 500 },
    )
  })
})

describe('renderModal() and renderHome() of any answers', () => {
  it('make valid views with disclaimer and help', () => {
    fc.assert(
      fc.property(arbitraryAnswer, fc.array(arbitraryAnswer, { minLength: 4, maxLength: 4 }), (answer, others) => {
        const [topics = answer, about = answer, support = answer, privacy = answer] = others
        const modal = renderModal(answer, { words })
        const home = renderHome({ help: answer, topics, about, support, privacy }, { words })

        expect(checkMessage('views.open', { trigger_id: '1.2.a', view: modal })).toEqual([])
        expect(checkMessage('views.publish', { user_id: 'U0000001', view: home })).toEqual([])
        for (const { blocks } of [modal, home]) {
          const seen = readBlocks(blocks)
          expect(seen.marks.filter((mark) => !ownMarks.has(mark))).toEqual([])
          expect(seen.text.endsWith(disclaimer.text)).toBe(true)
          expect(seen.text.split(disclaimer.text)).toHaveLength(2)
          expect(leadsToHelp(seen)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

it('renderInPublic() and renderNote() make valid messages of any text', () => {
  const value = fc.oneof(hostileText, fc.string(), fc.constantFrom('<'.repeat(5000), 'a'.repeat(5000), ' '))
  fc.assert(
    fc.property(value, value, (line, button) => {
      const bodies = [
        renderInPublic({ line, button }, 'abc', { disclaimer: { text: line, short: button }, language: 'en' }),
        renderNote(line),
      ]

      expect(bodies.flatMap(faultsOf)).toEqual([])
    }),
  )
})

const ownMarks: ReadonlySet<string> = new Set(['bold', 'italics', 'quotation'])

/** What Slack would refuse, whom it would notify, and what would not show as it is written. */
function faultsOf(body: MessageBody): readonly string[] {
  const { marks, actionIds } = readBlocks(body.blocks)
  return [
    ...checkMessage('chat.postMessage', { channel: 'C0000001', ...body }),
    ...marks.filter((mark) => !ownMarks.has(mark)),
    ...(new Set(actionIds).size === actionIds.length ? [] : ['an action id twice']),
  ]
}

function leadsToHelp({ buttons, lists }: Seen): boolean {
  return (
    buttons.some(([, value]) => value === 'support' || value === 'countries') ||
    lists.some(({ actionId }) => actionId.startsWith('country'))
  )
}

/** The first letters of the answer that the texts do not have in their place; where not all of it fits, of those before the note on it. */
function lost(bodies: readonly MessageBody[], answer: Answer, note: string | undefined): string {
  const [all = []] = splitAnswer(answer, { words, fits: () => true, ...(note === undefined ? {} : { note }) })
  const expected = lettersIn(all.map(wordsOf).join(''))
  const texts = bodies.map(({ text }) => unescapeText(text).slice(0, -disclaimer.text.length))
  const shown = lettersIn(texts.join(''))
  const end = shown.lastIndexOf(lettersIn(words.notes.longer))
  const whole = end === -1 ? expected : expected.slice(0, end)

  if (shown.startsWith(whole)) return ''
  const place = Array.from(whole, (letter, at) => letter === shown[at]).indexOf(false)
  return `…${whole.slice(place, place + 40)}`
}

function wordsOf(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return block.children.map(phraseOf).join('')
    case 'list':
      return block.items.flat().map(wordsOf).join('')
    case 'blockquote':
      return block.children.map(wordsOf).join('')
    case 'table':
      return wordsOf(tableToList(block))
  }
}

function phraseOf(part: Phrasing): string {
  if (part.type === 'break') return ' '
  const url = part.type === 'link' ? safeUrl(part.url) : undefined
  return url !== undefined && safeUrl(safeText(part.value).trim()) === url ? url : `${safeText(part.value)}${url ?? ''}`
}

/** Letters alone: list marks and white space are a matter of drawing. */
function lettersIn(value: string): string {
  return value.replace(/[^\p{L}]/gu, '')
}
