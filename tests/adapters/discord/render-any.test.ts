import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { type MessageBody, render, renderInPublic, renderNote } from '../../../src/adapters/discord/render.ts'
import { checkMessageBody, pings } from '../../stand-ins/discord/check-body.ts'
import { arbitraryAnswer } from '../arbitrary-answer.ts'
import { disclaimer } from '../terminal/make-answer.ts'
import { words } from '../words.ts'
import { readBody } from './read-body.ts'
import { readMarkdown } from './read-markdown.ts'

const control = fc.oneof(
  fc.record({ type: fc.constantFrom('share', 'share-named'), document: fc.string(), section: fc.string() }),
  fc.record({ type: fc.constant('delete'), proof: fc.oneof(fc.base64String(), fc.stringMatching(/^[\w-]{32}$/)) }),
)

const drawing = fc.record(
  {
    plain: fc.boolean(),
    held: fc.oneof(fc.string(), fc.stringMatching(/^[\w-]{16}$/)),
    note: fc.constantFrom(words.notes.gone, '@everyone <@1>'),
    controls: fc.array(control, { maxLength: 4 }),
  },
  { requiredKeys: ['plain'] },
)

it('render() makes valid messages with disclaimer and help of any answer, and none that pings or misleads', () => {
  fc.assert(
    fc.property(arbitraryAnswer, drawing, (answer, options) => {
      const bodies = render(answer, { ...options, words })

      expect(bodies.length).toBeGreaterThanOrEqual(1)
      expect(bodies.length).toBeLessThanOrEqual(4)
      expect(bodies.flatMap(faultsOf)).toEqual([])
      for (const body of bodies) {
        expect(readBody(body).text.endsWith(disclaimer.text)).toBe(true)
        expect(leadsToHelp(body)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
}, 60_000)

it('renderInPublic() and renderNote() make valid messages of any text, and none that pings or misleads', () => {
  const value = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom('@everyone <@1>', '[a](http://x.org)', 'a'.repeat(5000), '*'.repeat(3000)),
  )
  fc.assert(
    fc.property(value, value, (line, button) => {
      fc.pre(/[\p{L}\p{N}\p{P}\p{S}]/u.test(line))

      const bodies = [renderInPublic({ line, button }, 'abc', { text: line, short: button }), renderNote(line)]

      expect(bodies.flatMap(faultsOf)).toEqual([])
    }),
  )
})

/** What Discord would refuse, whom it would ping, and what would not show as it is written. */
function faultsOf(body: MessageBody): readonly string[] {
  const withoutLinks = readBody(body).text.replace(ownLink, '')
  const marks = readMarkdown(withoutLinks).marks.filter((mark) => !ownMarks.has(mark))
  return [...checkMessageBody(body, 'create'), ...checkMessageBody(body, 'callback'), ...pings(body), ...marks]
}

const ownLink = /<https:\/\/(?![^\s>]*@(?:everyone|here))[^\s<>|`]+>/g
const ownMarks: ReadonlySet<string> = new Set(['heading', 'small print', 'list', 'quotation', 'bold', 'italics'])

function leadsToHelp(body: MessageBody): boolean {
  const { buttons, lists } = readBody(body)
  return (
    buttons.some(([, customId]) => customId === 'support' || customId === 'countries') ||
    lists.some(({ customId }) => customId.startsWith('country'))
  )
}
