import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { bodyOf } from './answer-text.ts'
import { bot, botOver, gardenDocuments, shippedDocuments } from './shipped-bot.ts'

const everything = botOver([...shippedDocuments, ...gardenDocuments])

/** Words that no answer has by itself. */
const canary = /zorblax|@|<#|discord\.example/i
const canaries = [
  'zorblaxium',
  'Zorblaxiums',
  'zorblaxium @everyone <@1>',
  '@everyone',
  '@here',
  '<#2>',
  'https://discord.example/zorblax',
]

/** Messages of every kind, with a place for the canary. */
const messages = [
  'does {} lower serotonin',
  'is low serotonin genetic {}?',
  'medication and illness {}',
  '{}',
  'hello {}',
  'how do I get rid of {} aphids',
  'why is my serotonin too high {}',
  '¿por qué {} tengo la serotonina baja?',
  'почему {} низкий серотонин',
  'I want to kill myself {}',
  'can I stop {} my antidepressants',
  'do I have {} depression',
  'I took too many pills {}',
  'my ex wanted to end it {}',
]

it('no answer to an unquoted question repeats a word of it, whatever becomes of it', () => {
  const outcomes = new Set<string>()
  const question = fc.record({
    text: fc
      .tuple(fc.constantFrom(...messages), fc.constantFrom(...canaries), fc.constantFrom('', ...canaries))
      .map(([message, inside, behind]) => `${message.replace('{}', inside)} ${behind}`),
    locale: fc.constantFrom('en-US', 'es-419', 'de', 'ja'),
    notAboutMe: fc.boolean(),
    repeat: fc.boolean(),
    ofOther: fc.boolean(),
    unquoted: fc.constant(true),
  })

  fc.assert(
    fc.property(question, fc.constantFrom(bot, everything), (asked, answering) => {
      const answer = answering.respond(asked)
      outcomes.add(answer.outcome)

      expect(JSON.stringify(answer)).not.toMatch(canary)
    }),
    { numRuns: 600, seed: 20261123 },
  )
  expect([...outcomes].toSorted()).toEqual(['answered', 'help', 'not-found', 'suggested', 'urgent'])
})

it('an unquoted question that is not found is told so without naming what is unknown', () => {
  const text = 'does zorblaxium lower serotonin'
  const [quoted, unquoted] = [{ text }, { text, unquoted: true }].map(bot.respond)

  expect(quoted && bodyOf(quoted)).toContain('My documents say nothing about “zorblaxium”.')
  expect(unquoted).toMatchObject({ outcome: 'not-found', actions: quoted?.actions })
  expect(unquoted && bodyOf(unquoted)).toContain('I have no reviewed answer to that. That does not mean')
})
