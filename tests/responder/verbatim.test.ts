import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { heldOutSets, loadJudgments, tuningSets } from '../../evaluation/judgments.ts'
import type { Document } from '../../src/knowledge/document.ts'
import type { Answer } from '../../src/responder/answer.ts'
import { linesOf } from './answer-text.ts'
import { markdownText, sentencesOf } from './markdown-text.ts'
import { bot, botOver, gardenDocuments, root, shippedDocuments } from './shipped-bot.ts'

const gardenBot = botOver(gardenDocuments)
const texts = new Map([...textsOf('knowledge', shippedDocuments), ...textsOf('evaluation/knowledge', gardenDocuments)])

function textsOf(folder: string, documents: readonly Document[]): (readonly [string, string])[] {
  return documents.map(({ name }) => [name, markdownText(readFileSync(join(root, folder, `${name}.md`), 'utf8'))])
}

/** Sentences of an answer that do not stand in its document, letter for letter. */
function madeUp({ blocks, receipt }: Answer): readonly string[] {
  const text = texts.get(receipt?.document ?? '') ?? ''
  return linesOf(blocks)
    .flatMap(sentencesOf)
    .filter((sentence) => !text.includes(sentence))
}

it('every sentence of every answer to the labelled questions stands in a document', () => {
  const answers = [...tuningSets, ...heldOutSets].flatMap((set) => {
    const asked = set.corpus === 'garden' ? gardenBot : bot
    return loadJudgments(set).map(({ text }) => asked.respond({ text }))
  })
  const answered = answers.filter(({ outcome }) => outcome === 'answered')

  expect(answered.length).toBeGreaterThan(200)
  expect(answered.flatMap(madeUp)).toEqual([])
})

it('every sentence of every answer to generated questions stands in a document', () => {
  const word = fc.constantFrom(...new Set([...texts.values()].join(' ').split(' ')))
  const question = fc.array(word, { minLength: 1, maxLength: 8 }).map((list) => list.join(' '))

  fc.assert(
    fc.property(question, fc.constantFrom(bot, gardenBot), (text, asked) => {
      const answer = asked.respond({ text })
      fc.pre(answer.outcome === 'answered')

      expect(madeUp(answer)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

it('every passage that can be picked says what its document says, all of it', () => {
  const passages = [...shippedDocuments, ...gardenDocuments].flatMap((document) => document.passages)

  for (const { document, section, text } of passages) {
    const answer = (gardenBot.passage(document, section) ?? bot.passage(document, section)) as Answer
    const said = linesOf(answer.blocks).join(' ').replace(/\s+/g, ' ')

    expect(madeUp(answer)).toEqual([])
    for (const sentence of sentencesOf(text)) expect(said).toContain(sentence)
  }
})
