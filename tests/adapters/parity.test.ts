import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { render as renderForDiscord } from '../../src/adapters/discord/render.ts'
import { firstGraphemes } from '../../src/adapters/drawing/cut-text.ts'
import { safeText } from '../../src/adapters/drawing/safe-text.ts'
import { render as renderForSlack } from '../../src/adapters/slack/render.ts'
import { renderText } from '../../src/adapters/terminal/render.ts'
import type { Action, Answer } from '../../src/responder/answer.ts'
import { linesOf, textOf } from '../responder/answer-text.ts'
import { bot } from '../responder/shipped-bot.ts'
import { readBody } from './discord/read-body.ts'
import { readMarkdown } from './discord/read-markdown.ts'
import { hostileText } from './slack/arbitrary-answer.ts'
import { readBlocks } from './slack/read-blocks.ts'
import { unescapeText } from './slack/read-mrkdwn.ts'
import { makeAnswer } from './terminal/make-answer.ts'
import { draw } from './web/draw.ts'
import { type Element, find, findClass, textIn } from './web/read-html.ts'
import { wordsIn } from './words.ts'

/** What a person gets of an answer on one platform. */
type Got = {
  /** Everything to read, as it shows, without what can be picked. */
  readonly text: string
  /** What can be picked, in words. */
  readonly labels: readonly string[]
}

const held = 'Ab-_0123456789xy'

/** Each platform draws the same answer, and a small reader says what a person gets of it. */
const platforms: Readonly<Record<string, (answer: Answer) => readonly Got[]>> = {
  Slack: (answer) => renderForSlack(answer, { words: wordsIn(answer.language), held }).map(readSlack),
  'Slack, as notifications and screen readers have it': (answer) =>
    renderForSlack(answer, { words: wordsIn(answer.language), held }).map(readSlackText),
  'Discord with components': (answer) =>
    renderForDiscord(answer, { words: wordsIn(answer.language), held, plain: false }).map(readDiscord),
  'Discord in plain text': (answer) =>
    renderForDiscord(answer, { words: wordsIn(answer.language), held, plain: true }).map(readDiscord),
  terminal: (answer) => [readTerminal(answer)],
  'the page': (answer) => [readPage(answer)],
}

function readSlack({ blocks }: ReturnType<typeof renderForSlack>[number]): Got {
  const { text, buttons, lists } = readBlocks(blocks)
  return { text, labels: [...lists.flatMap(({ options }) => options), ...buttons.map(([label]) => label)] }
}

function readSlackText(body: ReturnType<typeof renderForSlack>[number]): Got {
  return { text: unescapeText(body.text), labels: readSlack(body).labels }
}

function readDiscord(body: ReturnType<typeof renderForDiscord>[number]): Got {
  const { text, buttons, lists } = readBody(body)
  // Our own marks go first: those of the words are escaped until they are read.
  const bare = text.replace(/^(?:### |-# |> )/gm, '')
  return {
    text: readMarkdown(bare).text,
    labels: [...lists.flatMap(({ options }) => options), ...buttons.map(([label]) => label)],
  }
}

/** Without what the page alone says: its own headings, links to call, the link to the section and the way to the reasons. */
function readPage(answer: Answer): Got {
  const page = draw(answer, { words: wordsIn(answer.language), asked: 'why?' })
  const [section] = findClass(page, 'answer')
  const { urgent } = wordsIn(answer.language).web.exchange
  const isCardHeading = (each: Element) => each.tag === 'h2' && textIn(each).trim() === urgent
  const labels = find(page, ({ tag }) => ['button', 'option', 'label'].includes(tag))
  return {
    text: textIn(withAddresses(without(section ?? page, (each) => isOfPage(each) || isCardHeading(each)))),
    labels: labels.map((label) => textIn(without(label, ({ tag }) => tag === 'select')).trim()),
  }
}

function isOfPage({ tag, attributes }: Element): boolean {
  const { class: name = '' } = attributes
  const isOwn = ['contacts', 'share', 'choices', 'countries', 'visually-hidden'].includes(name)
  return isOwn || tag === 'button'
}

function without(element: Element, isLeftOut: (element: Element) => boolean): Element {
  const children = element.children.flatMap((child): readonly (Element | string)[] => {
    if (typeof child === 'string') return [child]
    return isLeftOut(child) ? [] : [without(child, isLeftOut)]
  })
  return { ...element, children }
}

/** Writes the address of a link behind its words. */
function withAddresses(element: Element): Element {
  const { href } = element.attributes
  const children = element.children.map((child) => (typeof child === 'string' ? child : withAddresses(child)))
  const isNew = href !== undefined && textIn(element) !== href
  return { ...element, children: isNew ? [...children, ` ${href}`] : children }
}

function isChoice(line: string): boolean {
  return /^\[\d+\] /.test(line)
}

function readTerminal(answer: Answer): Got {
  const all = renderText(answer, { width: Number.POSITIVE_INFINITY, color: false, numbered: true })
  const lines = all.split('\n')
  return {
    text: lines.filter((line) => !isChoice(line)).join('\n'),
    labels: lines.filter(isChoice).map((line) => line.replace(/^\[\d+\] /, '')),
  }
}

const questions = [
  ['is it genetic?', 'answered', 'none'],
  ['what is serotonin?', 'answered', 'none'],
  ['bacteria or families', 'suggested', 'none'],
  ['is sodium bad', 'not-found', 'none'],
  ['hello', 'help', 'none'],
  ['hola', 'help', 'none'],
  ['i want to die', 'urgent', 'crisis'],
  ['my friend wants to kill herself', 'urgent', 'crisis'],
  ['quiero morir', 'urgent', 'crisis'],
  ['my chest hurts and i cannot breathe', 'urgent', 'emergency'],
  ['no puedo respirar, me duele el pecho', 'urgent', 'emergency'],
  ['should I stop my medication?', 'answered', 'medication'],
  ['¿debo dejar mi medicación?', 'not-found', 'medication'],
  ['do I have low serotonin?', 'answered', 'diagnosis'],
  ['¿tengo depresión?', 'not-found', 'diagnosis'],
] as const

describe.each(questions)('the answer to "%s"', (text, outcome, level) => {
  const answer = bot.respond({ text })

  it(`is "${outcome}", level "${level}"`, () => {
    expect([answer.outcome, answer.triage.level]).toEqual([outcome, level])
  })

  it.each(Object.entries(platforms))('says the same in %s', (_, read) => {
    const got = read(answer)

    expectAll(got, answer)
    expect(wordsOf(got.map((each) => each.text).join('\n'))).toEqual(wordsOf(said(answer)))
  })
})

describe('other answers say the same everywhere:', () => {
  const passages = bot.places().map(({ document, section }) => [`passage ${section}`, bot.passage(document, section)])
  const others: readonly (readonly [string, Answer])[] = [
    ...passages.filter((each): each is [string, Answer] => each[1] !== undefined),
    ...(['about', 'privacy', 'help'] as const).flatMap((name): (readonly [string, Answer])[] => [
      [`page ${name}`, bot.page(name)],
      [`page ${name} in German`, bot.page(name, 'de')],
    ]),
    ['apology', bot.apology()],
    ['topics', bot.topics()],
    ['choice of a country', bot.support({})],
    ['help lines of a country', bot.support({ region: 'US' })],
  ]

  it.each(others)('%s', (_, answer) => {
    for (const read of Object.values(platforms)) {
      const got = read(answer)

      expectAll(got, answer)
      expect(wordsOf(got.map((each) => each.text).join('\n'))).toEqual(wordsOf(said(answer)))
    }
  })
})

it('hostile text says the same everywhere, and so do hostile labels', () => {
  const value = hostileText.map(visible).filter((each) => each !== '')
  const text = fc.record({ type: fc.constant('text'), value })
  // Slack counts what is escaped: fifteen characters always fit.
  const label = value.map((each) => firstGraphemes(each, 15).trim()).filter((each) => each !== '')
  const answers = fc.record({
    blocks: fc.array(fc.record({ type: fc.constant('paragraph'), children: fc.tuple(text) }), {
      minLength: 1,
      maxLength: 3,
    }),
    source: fc.tuple(text),
    actions: fc.array(fc.record({ type: fc.constant('question'), label }), { maxLength: 3 }),
  })
  fc.assert(
    fc.property(answers.map(makeAnswer), (answer) => {
      for (const read of Object.values(platforms)) {
        const got = read(answer)

        expectAll(got, answer)
        expect(got.map((each) => each.text.replace(/\s+/g, '')).join('')).toBe(said(answer).replace(/\s+/g, ''))
      }
    }),
    { numRuns: 200 },
  )
})

/** Every part has the disclaimer last and a way to help; headings, source, and all that can be picked are there. */
function expectAll(got: readonly Got[], answer: Answer): void {
  const help = wordsIn(answer.language).pick.country
  const ways = new Set([help, ...answer.actions.filter(leadsToHelp).map(({ label }) => label)])
  const text = got.map((each) => each.text).join('\n')
  const labels = new Set(got.flatMap((each) => each.labels))

  for (const each of got) {
    expect(each.text.trimEnd().endsWith(answer.disclaimer.text)).toBe(true)
    expect(each.labels.some((label) => ways.has(label))).toBe(true)
  }
  for (const heading of headingsOf(answer)) expect(text).toContain(heading)
  expect(answer.actions.filter(({ label }) => !labels.has(label))).toEqual([])
}

function leadsToHelp({ type }: Action): boolean {
  return type === 'support' || type === 'country'
}

function headingsOf({ blocks }: Answer): readonly string[] {
  return blocks.flatMap((block) => (block.type === 'heading' ? [textOf(block.children)] : []))
}

/** Everything that an answer says, in order: topic beside the first heading, addresses behind their words, disclaimer last. */
function said({ topic, blocks, source = [], disclaimer }: Answer): string {
  const lines = blocks.map((block) => linesOf([block]).join('\n'))
  const place = blocks.findIndex(({ type }) => type === 'heading')
  const withTopic = topic === undefined ? lines : lines.map((line, at) => (at === place ? `${line} ${topic}` : line))
  return [...withTopic, textOf(source), disclaimer.text]
    .map((line) => line.replaceAll('Find A Helpline', shownLink))
    .join('\n')
}

/** The only link of the shipped answers. */
const shownLink = 'Find A Helpline https://findahelpline.com'

/** Words without list marks and without what only parts them. */
function wordsOf(text: string): readonly string[] {
  return text.replace(/^\s*(?:[-•]|\d+\.) /gm, '').match(/[\p{L}\p{M}\p{N}+]+/gu) ?? []
}

/** A text that no platform takes anything out of. */
function visible(text: string): string {
  return safeText(text)
    .replace(/[\p{C}\p{M}\p{Z}]+/gu, ' ')
    .trim()
}
