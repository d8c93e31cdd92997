import { expect, it } from 'vitest'
import { quotedIn } from '../../../../src/adapters/web/drawing/quoted.ts'
import type { Answer } from '../../../../src/responder/answer.ts'
import { botOver, shippedDocuments } from '../../../responder/shipped-bot.ts'

/** The shipped documents, as if they were in another language than any in which the bot speaks. */
const inArabic = shippedDocuments.map((document) => ({ ...document, language: 'ar' }))
const arabic = botOver(inArabic)

/** The blocks that an answer takes word for word from a document, by its receipt and by the documents themselves. */
function compare(answer: Answer) {
  const quoted = quotedIn(answer, arabic.document)
  const from = answer.blocks.findIndex(({ type }) => type === 'heading')
  const ofDocuments = new Set(inArabic.flatMap(({ passages }) => passages.flatMap(({ blocks }) => blocks)))
  return {
    language: quoted?.language,
    quoted: answer.blocks.slice(from, quoted?.end).filter(({ type }) => type !== 'heading'),
    ofDocuments: answer.blocks.filter((block) => ofDocuments.has(block)),
    behind: answer.blocks.slice(quoted?.end).length,
  }
}

const passages = arabic.places().flatMap(({ document, section }) => {
  const answer = arabic.passage(document, section)
  return answer?.outcome === 'answered' ? { section, answer } : []
})

it.each(passages)('quotedIn() finds what stands in the document: $section', ({ answer }) => {
  const { language, quoted, ofDocuments, behind } = compare(answer)

  expect(language).toBe('ar')
  expect(quoted.length).toBeGreaterThan(0)
  expect(quoted).toEqual(ofDocuments)
  expect(behind).toBe(0)
})

it('quotedIn() leaves out what the bot says before a text and behind it', () => {
  const passage = arabic.passage('low-serotonin', 'diet')
  const [first] = arabic.apology().blocks
  if (passage === undefined || first === undefined) throw new Error('There is such a passage, and an apology')

  const { quoted, ofDocuments, behind } = compare({ ...passage, blocks: [first, ...passage.blocks, first] })

  expect(quoted).toEqual(ofDocuments)
  expect(behind).toBe(1)
})

it('quotedIn() finds nothing where the words around a text are in its own language, or where there is none', () => {
  const english = botOver(shippedDocuments)
  const answers = [english.passage('low-serotonin', 'diet'), english.apology(), english.support({ region: 'US' })]

  expect(answers.map((answer) => answer && quotedIn(answer, english.document))).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
