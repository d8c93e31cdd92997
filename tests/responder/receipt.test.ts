import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Answer } from '../../src/responder/answer.ts'
import { linesOf } from './answer-text.ts'
import { bot, shippedDocuments } from './shipped-bot.ts'

const passages = shippedDocuments.flatMap((document) => document.passages)

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** The text below each heading of an answer, in order: what its receipt speaks of. */
function textsShown({ blocks }: Answer): readonly string[] {
  const texts: string[][] = []
  for (const block of blocks) {
    if (block.type === 'heading') texts.push([])
    else texts.at(-1)?.push(...linesOf([block]))
  }
  return texts.map((lines) => lines.join('\n'))
}

it.each(passages.map(({ document, section }) => [document, section]))(
  'the receipt of %s#%s holds the SHA-256 of the text shown',
  (document, section) => {
    const answer = bot.passage(document, section) as Answer

    expect(answer.receipt?.document).toBe(document)
    expect(answer.receipt?.passages.map(({ hash }) => hash)).toEqual(textsShown(answer).map(sha256))
  },
)

it('the receipt of an answer names its section first', () => {
  const { receipt } = bot.respond({ text: 'is low serotonin genetic?' })

  expect(receipt).toMatchObject({ document: 'low-serotonin', passages: [{ section: 'genetics' }] })
})

it.each(['medications', 'health-conditions'])('%s never comes without what to do', (section) => {
  const answer = bot.passage('low-serotonin', section) as Answer

  expect(answer.receipt?.passages.map((each) => each.section)).toEqual([section, 'what-to-do'])
  expect(linesOf(answer.blocks)).toContain('What to do')
  expect(linesOf(answer.blocks).join(' ')).toContain('talk to a healthcare professional')
})

it('what travels along stands after the passage, one heading deeper', () => {
  const { blocks } = bot.respond({ text: 'can my pills be the reason my serotonin is low?' })
  const headings = blocks.filter((block) => block.type === 'heading')

  expect(headings.map(({ depth, children }) => [depth, children[0]])).toEqual([
    [1, { type: 'text', value: 'Medications' }],
    [2, { type: 'text', value: 'What to do' }],
  ])
})
