import { describe, expect, it } from 'vitest'
import { type MessageBody, render, renderInPublic } from '../../../src/adapters/discord/render.ts'
import type { Answer } from '../../../src/responder/answer.ts'
import { createHelpCards } from '../../../src/responder/help-cards.ts'
import { cardKinds } from '../../../src/responder/templates.ts'
import { linesOf } from '../../responder/answer-text.ts'
import { cardTriages } from '../../responder/card-triages.ts'
import { bot, helpLines, shippedDocuments, templates } from '../../responder/shipped-bot.ts'
import { checkMessageBody, pings } from '../../stand-ins/discord/check-body.ts'
import { words, wordsIn } from '../words.ts'
import { readBody } from './read-body.ts'
import { readMarkdown } from './read-markdown.ts'

const layouts = [{ plain: false }, { plain: true }] as const
const held = 'Ab-_0123456789xy'

/** The one message of an answer, once it is found valid. */
function drawn(answer: Answer, plain: boolean): MessageBody {
  const bodies = render(answer, { plain, words, held })
  expect(bodies.flatMap((body) => [...checkMessageBody(body, 'callback'), ...pings(body)])).toEqual([])
  expect(bodies).toHaveLength(1)
  return bodies[0] as MessageBody
}

/** The lines of a message as people read them. */
function linesIn(body: MessageBody): readonly string[] {
  return readMarkdown(readBody(body).text)
    .text.split('\n')
    .map((line) => line.replace(/^(?:### |-# |- )/, '').replaceAll('**', ''))
}

const sections = shippedDocuments.flatMap(({ name, passages }) =>
  passages.map(({ section }) => [name, section] as const),
)

describe.each(layouts)('render() of what is shipped, $plain for plain text', ({ plain }) => {
  it.each(sections)('shows %s, section %s, word for word in one message', (document, section) => {
    const answer = bot.passage(document, section)
    if (answer === undefined) throw new Error('no such section')

    const lines = linesIn(drawn(answer, plain))

    const topic = answer.topic === undefined ? '' : ` · ${answer.topic}`
    const expected = linesOf(answer.blocks).map((line, place) => (place === 0 ? `${line}${topic}` : line))
    expect(lines).toEqual(expect.arrayContaining([...expected, answer.disclaimer.text]))
  })

  it('shows all topics as a list', () => {
    const { lists } = readBody(drawn(bot.topics(), plain))

    expect(lists.map(({ options }) => options.length)).toEqual([sections.length])
  })

  it.each([
    ['is sodium bad', 'not-found', 'My documents say nothing about'],
    ['hello', 'help', 'Hello. I am a bot'],
    ['is it genetic?', 'answered', '### Genetics · Why serotonin can be low\n'],
    ['should I stop my medication?', 'answered', 'Do not change or stop a medicine because of this bot'],
  ])('answers "%s" (%s)', (text, outcome, beginning) => {
    const answer = bot.respond({ text })

    const body = drawn(answer, plain)

    expect(answer.outcome).toBe(outcome)
    expect(readBody(body).text.startsWith(beginning)).toBe(true)
  })

  it('offers the choices of a question that is not clear, and none of them', () => {
    const answer = bot.respond({ text: 'bacteria or families' })

    const { buttons } = readBody(drawn(answer, plain))

    expect(answer.outcome).toBe('suggested')
    expect(buttons.length).toBeGreaterThan(3)
    expect(buttons.map(([label]) => label)).toContain('None of these')
  })

  it.each(['about', 'privacy', 'help'] as const)('shows the page "%s"', (name) => {
    const body = drawn(bot.page(name), plain)

    expect(readBody(body).text.length).toBeGreaterThan(300)
  })

  it.each([undefined, ...helpLines.countries])('shows every help line of %s', (region) => {
    const answer = bot.support(region === undefined ? {} : { region })

    const { text } = readBody(drawn(answer, plain))

    const lines = region === undefined ? [] : helpLines.linesFor(region)
    expect(lines.filter(({ contact }) => !text.includes(contact))).toEqual([])
    expect(text).toContain('<https://findahelpline.com>')
  })
})

const regions = [undefined, ...new Set([...helpLines.countries, ...Object.keys(helpLines.emergency)])]
const { card } = createHelpCards(helpLines)
const cards = cardKinds.flatMap((kind) => [...templates.values()].map((each) => [kind, each.language, each] as const))

describe('render() of a card', () => {
  it.each(cards)(
    '"%s" in "%s" is one plain message in every country, with all its lines and help first',
    (kind, language, each) => {
      for (const region of regions) {
        for (const repeat of [false, true]) {
          const answer = card({ triage: cardTriages[kind], templates: each, region, repeat })

          const bodies = render(answer, { plain: false, words: wordsIn(language), held })

          expect(bodies.flatMap((body) => checkMessageBody(body, 'create'))).toEqual([])
          expect(bodies.map(({ content }) => content === undefined)).toEqual([false])
          const [body] = bodies
          const lines = body === undefined ? [] : linesIn(body)
          const said = linesOf(answer.blocks).map((line) =>
            line.replace('Find A Helpline', 'Find A Helpline <https://findahelpline.com>'),
          )
          expect(lines.filter((line) => line !== '')).toEqual([...said, answer.disclaimer.text])
          expect(body && readBody(body).buttons.map(([, customId]) => customId)).toEqual([
            region === undefined ? 'countries' : 'support',
            `not-about-me:${held}`,
          ])
        }
      }
    },
  )

  it('has a line for public places that says nothing of the question', () => {
    const { inPublic, disclaimer } = bot.respond({ text: 'i want to die' })
    if (inPublic === undefined) throw new Error('nothing for public places')

    const body = renderInPublic(inPublic, held, disclaimer)

    expect(checkMessageBody(body, 'create')).toEqual([])
    expect(body.content).toBe(`${inPublic.line}\n\n-# ${disclaimer.short}`)
  })
})
