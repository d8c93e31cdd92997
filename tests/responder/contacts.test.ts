import { expect, it } from 'vitest'
import type { Document, Passage } from '../../src/knowledge/document.ts'
import type { Block, Phrasing } from '../../src/responder/answer.ts'
import { createHelpCards } from '../../src/responder/help-cards.ts'
import { type CardKind, cardKinds, fill } from '../../src/responder/templates.ts'
import { say } from '../adapters/blocks.ts'
import { english, wordsIn } from '../adapters/english.ts'
import { linesOf } from './answer-text.ts'
import { cardTriages } from './card-triages.ts'
import { bot, botOver, gardenDocuments, helpLines, shippedDocuments } from './shipped-bot.ts'

const help = createHelpCards(helpLines)

/** Every run of text, in order. */
function runsIn(blocks: readonly Block[]): readonly Phrasing[] {
  return blocks.flatMap((block) => {
    if (block.type === 'list') return block.items.flatMap(runsIn)
    if (block.type === 'blockquote') return runsIn(block.children)
    return block.type === 'table' ? block.rows.flat(2) : block.children
  })
}

/** Each run that has contacts, with their addresses. */
function reachableIn(blocks: readonly Block[]): readonly (readonly [string, ...string[]])[] {
  return runsIn(blocks).flatMap((run) =>
    'contacts' in run ? [[run.value, ...(run.contacts ?? []).map(({ uri }) => uri)] as const] : [],
  )
}

function cardOf(kind: CardKind, region?: string, repeat = false) {
  return help.card({ triage: cardTriages[kind], templates: english, region, repeat }).blocks
}

it('a card for a crisis links the emergency number, and each way to reach each help line', () => {
  expect(reachableIn(cardOf('crisis', 'US'))).toEqual([
    ['988, 988lifeline.org', 'tel:988', 'sms:988', 'https://988lifeline.org/'],
    ['text HOME to 741741', 'sms:741741?&body=HOME'],
    ['911', 'tel:911'],
  ])
})

it('a card for an emergency links the number in its first sentence', () => {
  const [first] = cardOf('emergency', 'US')

  expect(first).toEqual({
    type: 'paragraph',
    children: [
      { type: 'text', value: 'Call ' },
      { type: 'text', value: '911', contacts: [{ way: 'call', value: '911', uri: 'tel:911' }] },
      { type: 'text', value: ' now.' },
    ],
  })
})

it('where a country has several emergency numbers, one run links them all', () => {
  expect(reachableIn(cardOf('emergency', 'AT'))[0]).toEqual(['112 or 144', 'tel:112', 'tel:144'])
})

it.each([undefined, 'XX'])('a card without emergency numbers (country %s) links none', (region) => {
  expect(cardKinds.flatMap((kind) => reachableIn(cardOf(kind, region)))).toEqual([])
})

it('every card and every page of help lines says what it said without links, and links every number that it says', () => {
  for (const language of ['de', 'en', 'es', 'fr', 'pt']) {
    const templates = wordsIn(language)
    for (const region of helpLines.countries) {
      const numbers = helpLines.emergencyNumbers(region)
      const emergency = new Intl.ListFormat(language, { type: 'disjunction' }).format(numbers)
      const { blocks } = help.support({ triage: cardTriages.crisis, templates, region })

      expect(linesOf(blocks)[0]).toBe(fill(templates.help.support.danger, { emergency }))
      expect(reachableIn(blocks).map(([value]) => value)).toEqual([
        emergency,
        ...helpLines.linesFor(region).map(({ contact }) => contact),
      ])
      for (const kind of cardKinds) {
        const card = help.card({ triage: cardTriages[kind], templates, region }).blocks
        const said = templates.help.cards[kind].first.filter((each) => each !== '{lines}')

        expect(linesOf(card)).toEqual(expect.arrayContaining(said.map((each) => fill(each, { emergency }))))
        expect(reachableIn(card)).toContainEqual([emergency, ...numbers.map((number) => `tel:${number}`)])
      }
    }
  }
})

it('somebody who said that a card was not about them still gets links', () => {
  const { blocks } = bot.respond({ text: 'I want to die', notAboutMe: true, region: 'GB' })

  expect(reachableIn(blocks)).toContainEqual(['999', 'tel:999'])
  expect(reachableIn(blocks)).toContainEqual(['116 123', 'tel:116123'])
})

it("a line of the operator's own is linked as well", () => {
  const [shown] = helpLines.linesFor('GB')
  if (shown === undefined) throw new Error('There is no line in GB')
  const { country: _, ...line } = { ...shown, contact: '0117 496 0123' }
  const own = createHelpCards({ ...helpLines, own: [line] })

  const { blocks } = own.support({ triage: cardTriages.crisis, templates: english })

  expect(reachableIn(blocks)).toEqual([['0117 496 0123', 'tel:01174960123']])
})

it('no passage of a document is linked, whatever numbers it names', () => {
  const documents = [...shippedDocuments, ...gardenDocuments].map(withNumbers)
  const over = botOver(documents)
  const all = documents.flatMap(({ passages }) => passages)

  const shown = all.flatMap(({ document, section }) => over.passage(document, section)?.blocks ?? [])

  expect(linesOf(shown).filter((said) => said === 'Call 911.').length).toBeGreaterThan(10)
  expect(reachableIn(shown)).toEqual([])
})

function withNumbers(document: Document): Document {
  return { ...document, passages: document.passages.map(withNumber) }
}

function withNumber(passage: Passage): Passage {
  return { ...passage, blocks: [...passage.blocks, say('Call 911.')] }
}
