import { describe, expect, it } from 'vitest'
import { type MessageBody, render, renderInPublic } from '../../../src/adapters/slack/render.ts'
import type { Answer } from '../../../src/responder/answer.ts'
import { createHelpCards } from '../../../src/responder/help-cards.ts'
import { cardKinds } from '../../../src/responder/templates.ts'
import { linesOf } from '../../responder/answer-text.ts'
import { cardTriages } from '../../responder/card-triages.ts'
import { bot, helpLines, shippedDocuments, templates } from '../../responder/shipped-bot.ts'
import { checkMessage } from '../../stand-ins/slack/check-message.ts'
import { wordsIn } from '../words.ts'
import { readBlocks } from './read-blocks.ts'
import { unescapeText } from './read-mrkdwn.ts'

const held = 'Ab-_0123456789xy'

/** The one message of an answer, once it is found valid. */
function drawn(answer: Answer, language = 'en'): MessageBody {
  const bodies = render(answer, { words: wordsIn(language), held })
  expect(bodies.flatMap(faultsOf)).toEqual([])
  expect(bodies).toHaveLength(1)
  return bodies[0] as MessageBody
}

function faultsOf(body: MessageBody): readonly string[] {
  return checkMessage('chat.postMessage', { channel: 'C0000001', ...body })
}

/** The lines of a message as people read them, in the blocks and in the text. */
function linesIn({ text, blocks }: MessageBody): readonly (readonly string[])[] {
  return [readBlocks(blocks).text, unescapeText(text)].map((each) =>
    each
      .split('\n')
      .map((line) => line.replace(/^(?:• |\d+\. )/, ''))
      .filter((line) => line !== ''),
  )
}

const sections = shippedDocuments.flatMap(({ name, passages }) =>
  passages.map(({ section }) => [name, section] as const),
)

describe('render() of what is shipped', () => {
  it.each(sections)('shows %s, section %s, word for word in one message', (document, section) => {
    const answer = bot.passage(document, section)
    if (answer === undefined) throw new Error('no such section')

    const body = drawn(answer)

    const topic = answer.topic === undefined ? '' : ` · ${answer.topic}`
    const expected = linesOf(answer.blocks).map((line, place) => (place === 0 ? `${line}${topic}` : line))
    for (const lines of linesIn(body)) {
      expect(lines).toEqual(expect.arrayContaining([...expected, answer.disclaimer.text]))
    }
    expect(body.blocks.flatMap((block) => (block.type === 'section' ? [block.text?.type] : []))).not.toContain(
      'plain_text',
    )
  })

  it('shows all topics as a list', () => {
    const { lists } = readBlocks(drawn(bot.topics()).blocks)

    expect(lists.map(({ options }) => options.length)).toEqual([sections.length])
  })

  it.each([
    ['is sodium bad', 'not-found', 'My documents say nothing about'],
    ['hello', 'help', 'Hello. I am a bot'],
    ['is it genetic?', 'answered', 'Genetics · Why serotonin can be low\n'],
    ['should I stop my medication?', 'answered', 'Do not change or stop a medicine because of this bot'],
  ])('answers "%s" (%s)', (text, outcome, beginning) => {
    const answer = bot.respond({ text })

    const body = drawn(answer)

    expect(answer.outcome).toBe(outcome)
    expect(body.text.startsWith(beginning)).toBe(true)
    expect(readBlocks(body.blocks).text.startsWith(beginning)).toBe(true)
  })

  it('offers the choices of a question that is not clear, and none of them', () => {
    const answer = bot.respond({ text: 'bacteria or families' })

    const { buttons } = readBlocks(drawn(answer).blocks)

    expect(answer.outcome).toBe('suggested')
    expect(buttons.length).toBeGreaterThan(3)
    expect(buttons.map(([label]) => label)).toContain('None of these')
  })

  it.each([...templates.keys()])('shows every page and the apology in "%s"', (language) => {
    const names = ['about', 'privacy', 'help'] as const
    for (const answer of [...names.map((name) => bot.page(name, language)), bot.apology(language)]) {
      const { text } = drawn(answer, language)

      expect(text.endsWith(answer.disclaimer.text)).toBe(true)
    }
  })

  it.each([undefined, ...helpLines.countries])('shows every help line of %s', (region) => {
    const answer = bot.support(region === undefined ? {} : { region })

    const { text } = readBlocks(drawn(answer).blocks)

    const lines = region === undefined ? [] : helpLines.linesFor(region)
    expect(lines.filter(({ contact }) => !text.includes(contact))).toEqual([])
    expect(text).toContain('https://findahelpline.com')
  })
})

const regions = [undefined, ...new Set([...helpLines.countries, ...Object.keys(helpLines.emergency)])]
const { card } = createHelpCards(helpLines)
const cards = cardKinds.flatMap((kind) => [...templates.values()].map((each) => [kind, each.language, each] as const))

describe('render() of a card', () => {
  it.each(cards)(
    '"%s" in "%s" is one message in every country, with all its lines and help first',
    (kind, language, each) => {
      for (const region of regions) {
        for (const repeat of [false, true]) {
          const answer = card({ triage: cardTriages[kind], templates: each, region, repeat })

          const body = drawn(answer, language)

          const said = linesOf(answer.blocks).map((line) =>
            line.replace('Find A Helpline', 'Find A Helpline https://findahelpline.com'),
          )
          for (const lines of linesIn(body)) expect(lines).toEqual([...said, answer.disclaimer.text])
          const first = body.blocks.findIndex(({ type }) => type === 'actions')
          expect(body.blocks.slice(first).map(({ type }) => type)).toEqual(['actions', 'section'])
          expect(readBlocks(body.blocks).buttons.map(([, value]) => value)).toEqual([
            region === undefined ? 'countries' : 'support',
            `not-about-me:${held}`,
          ])
        }
      }
    },
  )

  it('has a line for public places that says nothing of the question', () => {
    const answer = bot.respond({ text: 'i want to die' })
    const { inPublic, disclaimer } = answer
    if (inPublic === undefined) throw new Error('nothing for public places')

    const body = renderInPublic(inPublic, held, answer)

    expect(faultsOf(body)).toEqual([])
    expect(unescapeText(body.text)).toBe(`${inPublic.line}\n\n${disclaimer.short}`)
  })
})
