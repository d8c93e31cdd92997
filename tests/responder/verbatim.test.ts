import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { heldOutSets, loadJudgments, tuningSets } from '../../evaluation/judgments.ts'
import type { Document } from '../../src/knowledge/document.ts'
import type { Answer, Block } from '../../src/responder/answer.ts'
import { linesOf } from './answer-text.ts'
import { markdownText, sentencesOf } from './markdown-text.ts'
import { bot, botOver, gardenDocuments, helpLines, root, shippedDocuments, templates } from './shipped-bot.ts'

const gardenBot = botOver(gardenDocuments)
const texts = new Map([...textsOf('knowledge', shippedDocuments), ...textsOf('evaluation/knowledge', gardenDocuments)])

function textsOf(folder: string, documents: readonly Document[]): (readonly [string, string])[] {
  return documents.map(({ name }) => [name, markdownText(readFileSync(join(root, folder, `${name}.md`), 'utf8'))])
}

/** Sentences of an answer's body that do not stand in its document, letter for letter. */
function madeUp(answer: Answer): readonly string[] {
  const text = texts.get(answer.receipt?.document ?? '') ?? ''
  return linesOf(bodyBlocksOf(answer))
    .flatMap(sentencesOf)
    .filter((sentence) => !text.includes(sentence))
}

/** The body, without the routing before it and the line on help behind it: both are said word for word as reviewed. */
function bodyBlocksOf({ blocks, triage: { level, theme, soft }, language }: Answer): readonly Block[] {
  const help = templates.get(language)?.help
  const routing = level === 'medication' || level === 'diagnosis' ? level : theme
  const lead =
    routing === 'medication' || routing === 'diagnosis' || routing === 'eating-disorder' ? help?.[routing] : []
  const tail = soft ? [help?.soft.replace('{directory}', helpLines.directory.service)] : []
  const lines = blocks.map((block) => linesOf([block]).join('\n'))
  const start = lead?.length ?? 0
  const end = blocks.length - tail.length

  expect([lines.slice(0, start), lines.slice(end)]).toEqual([lead, tail])
  return blocks.slice(start, end)
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
