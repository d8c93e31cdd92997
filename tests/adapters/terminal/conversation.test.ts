import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createConversation, type Reply } from '../../../src/adapters/terminal/conversation.ts'
import type { Question } from '../../../src/responder/question.ts'
import { bodyOf } from '../../responder/answer-text.ts'
import { cardTriages } from '../../responder/card-triages.ts'
import { botOver } from '../../responder/shipped-bot.ts'
import { createScriptedBot } from './scripted-bot.ts'

const minuteMs = 60 * 1000

/** What a person reads of a reply. */
function said(reply: Reply): string {
  if (reply.type === 'answer') return bodyOf(reply.answer)
  return reply.type === 'sentence' ? reply.text : reply.type
}

/** The number that picks an action of a reply. */
function numberOf(reply: Reply, label: string): string {
  const actions = reply.type === 'answer' ? reply.answer.actions : []
  return `${actions.findIndex((action) => action.label === label) + 1}`
}

describe('help in the chat', () => {
  it.each(['support', '/support', ' Support '])(
    '"%s" shows the choice of a country, and its lines once one is chosen',
    (line) => {
      const say = createConversation(createScriptedBot())

      expect(say(line)).toMatchObject({ answer: { actions: [{ type: 'country', region: 'IE' }] } })
      expect(said(say('1'))).toBe('Lines of IE.')
      expect(said(say(line))).toBe('Lines of IE.')
    },
  )

  it('a country that was picked goes with every question after it, and with none before', () => {
    const bot = createScriptedBot()
    const say = createConversation(bot, 'de-AT')

    for (const line of ['hello', 'support', '1', 'hello', 'help me', '2']) say(line)

    expect(bot.asked).toEqual([
      { text: 'hello', locale: 'de-AT' },
      { text: 'hello', locale: 'de-AT', region: 'IE' },
      { text: 'help me', locale: 'de-AT', region: 'IE' },
      { text: 'help me', locale: 'de-AT', region: 'IE', notAboutMe: true },
    ])
  })

  it('a person can get from a card to the lines of their country, change the country, and see later cards use it', () => {
    const say = createConversation(botOver([], { triage: () => cardTriages.crisis }))

    const countries = say(numberOf(say('I want to kill myself'), 'Choose a country'))
    const spain = say(numberOf(countries, 'Spain'))
    const spanishCard = say('I want to kill myself')
    const again = say(numberOf(say('support'), 'Choose a country'))
    const britain = say(numberOf(again, 'United Kingdom'))
    const britishCard = say('I want to kill myself')

    expect([said(spain), said(spanishCard)]).toEqual(Array(2).fill(expect.stringContaining('024')))
    expect([said(britain), said(britishCard)]).toEqual(Array(2).fill(expect.stringContaining('116 123')))
    expect(said(britishCard)).not.toContain('024')
  })
})

describe('a question that got help instead of an answer', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is answered within a quarter of an hour after "This isn\'t about me"', () => {
    const bot = createScriptedBot()
    const say = createConversation(bot)

    say('help me')
    vi.advanceTimersByTime(15 * minuteMs - 1)
    const answer = say('2')

    expect(said(answer)).toBe('You asked 7 characters.')
    expect(bot.asked.at(-1)).toEqual({ text: 'help me', notAboutMe: true })
  })

  it('has to be asked again after that', () => {
    const bot = createScriptedBot()
    const say = createConversation(bot)

    say('help me')
    vi.advanceTimersByTime(15 * minuteMs + 1)
    const reply = say('2')

    expect(said(reply)).toBe('I no longer have that question. Please ask it again.')
    expect(bot.asked).toHaveLength(1)
  })

  it.each([
    [10 * minuteMs - 1, { text: 'help me', repeat: true }],
    [10 * minuteMs + 1, { text: 'help me' }],
  ])('gets the shorter card again up to ten minutes later (%i ms)', (later, expected) => {
    const bot = createScriptedBot()
    const say = createConversation(bot)

    say('help me')
    vi.advanceTimersByTime(later)
    say('help me')

    expect(bot.asked.at(-1)).toEqual(expected)
  })

  it('is all that is kept of what was typed: nothing else ever reaches the bot a second time', () => {
    const line = fc.constantFrom('hello', 'help me', 'help me, somebody', 'which', 'break', 'support', 'topics')
    const number = fc.constantFrom('1', '2', '3', '4')
    let answered = 0

    fc.assert(
      fc.property(fc.array(fc.oneof(line, number), { minLength: 1, maxLength: 12 }), (lines) => {
        const bot = createScriptedBot()
        const say = createConversation(bot)
        let urgent = ''

        for (const typed of lines) {
          const before = bot.asked.length
          say(typed)
          if (typed.startsWith('help me')) urgent = typed
          const asked = bot.asked.slice(before)
          answered += asked.filter(({ notAboutMe }) => notAboutMe === true).length

          // "unknown" is an example question that the scripted bot offers
          const isExpected = ({ text, notAboutMe }: Question) =>
            text === (notAboutMe === true ? urgent : typed) || text === 'unknown'
          expect(asked.filter((question) => !isExpected(question))).toEqual([])
          // once more where the card that was just read comes again, for the shorter one
          expect(asked.filter(({ repeat }) => repeat !== true).length).toBeLessThanOrEqual(1)
        }
      }),
    )
    expect(answered).toBeGreaterThan(0)
  })
})
