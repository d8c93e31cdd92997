import { describe, expect, it } from 'vitest'
import { createTakeStep, type Visitor } from '../../../src/adapters/web/create-take-step.ts'
import type { Step } from '../../../src/adapters/web/parse-form.ts'
import type { Bot } from '../../../src/responder/bot.ts'
import { bot } from '../../responder/shipped-bot.ts'

const urgent = 'I want to kill myself'
const free: Visitor = { mayAsk: async () => true }
const held: Visitor = { mayAsk: async () => false }

describe('a question', () => {
  it('is answered as anywhere else, in the language and for the country of the person', async () => {
    const { takeStep } = trial()

    const shown = await takeStep(
      { step: { type: 'ask', text: urgent }, carried: { region: 'IE' } },
      { ...free, locale: 'de' },
    )

    expect(shown).toMatchObject({ answer: bot.respond({ text: urgent, region: 'IE', locale: 'de' }), asked: urgent })
  })

  it('gets the short card where the same card was the last one shown, and the whole one otherwise', async () => {
    const { takeStep } = trial()
    const ask = { type: 'ask', text: urgent } as const
    const first = await takeStep({ step: ask, carried: {} }, free)
    if (first === 'held-back') throw new Error('Help never waits')

    const second = await takeStep({ step: ask, carried: first.carried }, free)
    const other = await takeStep({ step: ask, carried: { card: 'emergency.other.none.false' } }, free)

    expect(first.answer).toEqual(bot.respond({ text: urgent }))
    expect(second).toMatchObject({ answer: bot.respond({ text: urgent, repeat: true }), carried: first.carried })
    expect(bot.respond({ text: urgent, repeat: true })).not.toEqual(first.answer)
    expect(other).toMatchObject({ answer: first.answer })
  })

  it('is held back where somebody asks too fast, unless it is urgent', async () => {
    const { takeStep } = trial()

    const calm = await takeStep({ step: { type: 'ask', text: 'is it genetic?' }, carried: {} }, held)
    const card = await takeStep({ step: { type: 'ask', text: urgent }, carried: {} }, held)

    expect(calm).toBe('held-back')
    expect(card).toMatchObject({ answer: bot.respond({ text: urgent }) })
  })

  it('is answered with help kept in view where its person says that the card was not about them', async () => {
    const { takeStep } = trial()

    const shown = await takeStep({ step: { type: 'not-about-me', text: urgent }, carried: {} }, free)

    expect(shown).toMatchObject({ answer: bot.respond({ text: urgent, notAboutMe: true }), asked: urgent })
  })

  it('is never held back where it asks for help lines, or stood behind a card', async () => {
    const { takeStep } = trial()
    const asked = (step: Step) => takeStep({ step, carried: {} }, held)

    const lines = await asked({ type: 'ask', text: ' Support' })
    const behind = await asked({ type: 'not-about-me', text: urgent })
    const claimed = await asked({ type: 'not-about-me', text: 'is it genetic?' })

    expect(lines).toMatchObject({ answer: { outcome: 'help' } })
    expect(behind).toMatchObject({ answer: bot.respond({ text: urgent, notAboutMe: true }) })
    expect(claimed).toBe('held-back')
  })

  it('comes back with both its ends where it is longer than anybody writes', async () => {
    const { takeStep } = trial()
    const text = `I want to kill myself. ${'"'.repeat(60_000)} I took the pills.`

    const shown = await takeStep({ step: { type: 'ask', text }, carried: {} }, free)

    const asked = shown === 'held-back' ? '' : (shown.asked ?? '')
    expect(asked.length).toBeLessThan(6_010)
    expect(asked).toMatch(/^I want to kill myself\. .* I took the pills\.$/)
  })

  it('gets the apology where the bot is broken, which is told without its message', async () => {
    const { takeStep, faults } = trial({ respond: breakDown })

    const shown = await takeStep({ step: { type: 'ask', text: 'a' }, carried: {} }, { ...free, locale: 'fr' })

    expect(shown).toMatchObject({ answer: bot.apology('fr') })
    expect(faults).toHaveLength(1)
  })

  it('is counted once, by how it went alone', async () => {
    const { takeStep, counted } = trial()

    await takeStep({ step: { type: 'ask', text: 'is it genetic?' }, carried: {} }, free)
    await takeStep({ step: { type: 'ask', text: 'is it genetic?' }, carried: {} }, held)
    await takeStep({ step: { type: 'ask', text: urgent }, carried: {} }, held)
    await takeStep({ step: { type: 'topics' }, carried: {} }, free)

    expect(counted).toEqual([
      { outcome: 'answered', triage: 'none' },
      { outcome: 'urgent', triage: 'crisis' },
    ])
  })
})

describe('why', () => {
  it('shows the answer again, with its reasons', async () => {
    const { takeStep } = trial()
    const text = 'is it genetic?'

    const shown = await takeStep({ step: { type: 'why', text }, carried: {} }, free)

    expect(shown).toMatchObject({ answer: bot.respond({ text }), explanation: bot.explain({ text }), asked: text })
  })

  it('shows the answer alone where the reasons cannot be told', async () => {
    const { takeStep, faults } = trial({ explain: breakDown })

    const shown = await takeStep({ step: { type: 'why', text: 'is it genetic?' }, carried: {} }, free)

    expect(shown).not.toHaveProperty('explanation')
    expect(shown).toHaveProperty('answer')
    expect(faults).toHaveLength(1)
  })

  it('waits where somebody asks too fast', async () => {
    const { takeStep } = trial()

    expect(await takeStep({ step: { type: 'why', text: 'is it genetic?' }, carried: {} }, held)).toBe('held-back')
  })
})

describe('what can be picked', () => {
  const german = { language: 'de' }

  it.each<[Step, unknown]>([
    [{ type: 'passage', document: 'low-serotonin', section: 'genetics' }, bot.passage('low-serotonin', 'genetics')],
    [{ type: 'topics' }, bot.topics(german)],
    [{ type: 'support' }, bot.support({ ...german, region: 'IE' })],
    [{ type: 'countries' }, bot.support(german)],
    [{ type: 'country', region: 'AT' }, bot.support({ ...german, region: 'AT' })],
  ])('%j is shown without waiting', async (step, answer) => {
    const { takeStep } = trial()

    const shown = await takeStep({ step, carried: { region: 'IE' } }, { ...held, locale: 'de' })

    expect(shown).toMatchObject({ answer })
  })

  it('a country is carried on from then on', async () => {
    const { takeStep } = trial()

    const shown = await takeStep(
      { step: { type: 'country', region: 'AT' }, carried: { region: 'IE', card: 'a.b' } },
      free,
    )

    expect(shown).toMatchObject({ carried: { region: 'AT', card: 'a.b' } })
  })

  it('a section that is gone leads to the topics, with a word on it', async () => {
    const { takeStep } = trial()

    const shown = await takeStep({ step: { type: 'passage', document: 'gone', section: 'gone' }, carried: {} }, free)

    expect(shown).toMatchObject({ answer: bot.topics(), note: bot.chatWords().notes.gone })
  })
})

function trial(parts: Partial<Bot> = {}) {
  const counted: object[] = []
  const faults: unknown[] = []
  const takeStep = createTakeStep({
    bot: { ...bot, ...parts },
    onAnswer: (answer) => void counted.push(answer),
    onFault: (error) => void faults.push(error),
  })
  return { takeStep, counted, faults }
}

function breakDown(): never {
  throw new Error('broken')
}
