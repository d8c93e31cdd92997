import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Answer } from '../../src/responder/answer.ts'
import { createHelpCards } from '../../src/responder/help-cards.ts'
import type { Question } from '../../src/responder/question.ts'
import { createRespond, type RespondParts } from '../../src/responder/respond.ts'
import type { Templates } from '../../src/responder/templates.ts'
import { createUrgent, type UrgentParts } from '../../src/responder/urgent.ts'
import { bodyOf, linesOf } from './answer-text.ts'
import { cardTriages } from './card-triages.ts'
import { botOver, helpLines, shippedDocuments, templates } from './shipped-bot.ts'

const english = templates.get('en') as Templates
const spanish = templates.get('es') as Templates
const help = createHelpCards(helpLines)
const sound: UrgentParts = { triage: () => cardTriages.crisis, help, templatesFor: () => english, fallback: english }

function fail(): never {
  throw new Error('broken on purpose')
}

/** The same thing until it breaks; after that, whatever is read of it throws. */
function breakable<Thing extends object>(whole: Thing): { readonly thing: Thing; readonly break: () => void } {
  let broken = false
  const thing = new Proxy(whole, { get: (target, key) => (broken ? fail() : Reflect.get(target, key)) })
  return {
    thing,
    break: () => {
      broken = true
    },
  }
}

function expectHelp(answer: Answer): void {
  expect(answer.outcome).toBe('urgent')
  expect(bodyOf(answer)).toContain(helpLines.directory.service)
  expect(answer.actions.map(({ type }) => type)).toEqual(['support', 'not-about-me'])
  expect(answer.disclaimer.text).not.toBe('')
  expect(JSON.stringify(answer)).not.toContain('broken on purpose')
}

it('an urgent message gets its card when search, and all that comes with it, is broken', () => {
  const urgent = createUrgent(sound)
  const broken = new Proxy({} as RespondParts['compose'], { get: fail })
  const parts = { help: broken, smallTalk: fail, readLanguage: fail, search: fail, topics: broken, compose: broken }
  const respond = createRespond({
    ...(parts as unknown as RespondParts),
    triage: urgent.triage,
    urgent: urgent.card,
    childrenOf: fail,
    templatesFor: fail,
  })

  expect(respond({ text: 'I want to kill myself' }).answer).toEqual(urgent.card(cardTriages.crisis, { text: '' }))
})

it('an urgent message gets its card when the documents cannot be read', () => {
  const documents = breakable(shippedDocuments)
  const bot = botOver(documents.thing, { triage: () => cardTriages.crisis })
  const before = bot.respond({ text: 'I want to kill myself' })

  documents.break()

  expect(() => bot.topics()).toThrow('broken on purpose')
  expect(bot.respond({ text: 'I want to kill myself' })).toEqual(before)
})

it('an urgent message gets the English card when the templates of its language are broken', () => {
  const broken = breakable(spanish)
  const triage = { ...cardTriages.crisis, language: 'es' }
  const bot = botOver(shippedDocuments, {
    templates: new Map([...templates, ['es', broken.thing]]),
    triage: () => triage,
  })

  broken.break()
  const answer = bot.respond({ text: 'quiero morir' })

  expectHelp(answer)
  expect(answer.language).toBe('en')
})

it.each(['crisis', 'emergency'] as const)(
  'an urgent message (%s) gets its card when every template is broken',
  (kind) => {
    const broken = [...templates].map(([language, each]) => [language, breakable(each)] as const)
    const read = new Map(broken.map(([language, each]) => [language, each.thing]))
    const bot = botOver(shippedDocuments, { templates: read, triage: () => cardTriages[kind] })

    for (const [, each] of broken) each.break()
    const answer = bot.respond({ text: 'I want to kill myself', region: 'US' })

    expectHelp(answer)
    expect(linesOf(answer.blocks).some((line) => line.includes('local emergency number'))).toBe(true)
  },
)

it.each(['crisis', 'emergency'] as const)(
  'an urgent message (%s) gets its card when the table of help lines is broken',
  (kind) => {
    const table = breakable(helpLines)
    const bot = botOver(shippedDocuments, { helpLines: table.thing, triage: () => cardTriages[kind] })
    expect(bodyOf(bot.respond({ text: 'I want to kill myself', region: 'US' }))).toContain('911')

    table.break()
    const answer = bot.respond({ text: 'I want to kill myself', region: 'US' })

    expectHelp(answer)
    expect(bodyOf(answer)).toContain('local emergency number')
  },
)

it('the card kept for faults begins with the emergency number in an emergency', () => {
  const urgent = createUrgent({ ...sound, templatesFor: fail })

  const answer = urgent.card(cardTriages.emergency, { text: '', region: 'US' })

  expectHelp(answer)
  expect(linesOf(answer.blocks)[0]).toMatch(/^Call your local emergency number/)
})

it('a message that triage fails to read is taken for a person who needs help, whatever it is', () => {
  const bot = botOver(shippedDocuments, { triage: fail })
  const question: fc.Arbitrary<Question> = fc.record(
    {
      text: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('hi', 'is low serotonin genetic?')),
      locale: fc.constantFrom('en', 'es-MX', 'ja', '', '__proto__'),
      region: fc.constantFrom('US', 'ES', 'ZZ', ''),
      repeat: fc.boolean(),
      ofOther: fc.boolean(),
      notAboutMe: fc.boolean(),
    },
    { requiredKeys: ['text'] },
  )

  fc.assert(
    fc.property(question, (asked) => {
      const answer = bot.respond(asked)

      expect(answer.triage.level).toBe('crisis')
      expectHelp(answer)
    }),
  )
})

it('createUrgent() fails at start rather than later where not even the card for faults can be made', () => {
  expect(() => createUrgent({ ...sound, fallback: new Proxy(english, { get: fail }) })).toThrow('broken on purpose')
})
