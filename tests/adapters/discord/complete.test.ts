import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createComplete } from '../../../src/adapters/discord/complete.ts'
import { createFindPlace } from '../../../src/adapters/discord/find-place.ts'
import { limits } from '../../../src/adapters/discord/limits.ts'
import type { Document } from '../../../src/knowledge/document.ts'
import { bot, botOver, gardenDocuments, shippedDocuments } from '../../responder/shipped-bot.ts'
import { checkCallback } from '../../stand-ins/discord/check-body.ts'

/** More sections than there is room for choices. */
const largeBot = botOver([...shippedDocuments, ...gardenDocuments])
const locales = ['en-US', 'de', 'fr', 'es-ES', 'es-419', 'pt-BR', 'ja'] as const

describe('what is offered while a question is typed', () => {
  it.each(locales)('ends with the way to help in the language %s, which leads there when it is sent', (locale) => {
    const choices = createComplete(bot)({ option: 'question', typed: 'gen', locale })
    const { name, value } = choices.at(-1) ?? { name: '', value: '' }

    const answer = bot.respond({ text: value, locale })

    expect(name).toBe(bot.chatWords(locale).pick.help)
    expect(answer.actions.some(({ type }) => type === 'country')).toBe(true)
  })

  it.each(['', ' ', 's', ' x '])('begins with topics while not even two letters are typed (%j)', (typed) => {
    const choices = createComplete(largeBot)({ option: 'question', typed, locale: 'en-US' })

    expect(choices).toHaveLength(limits.maxChoices)
    expect(choices[0]?.value).toContain('Why serotonin can be low')
    expect(choices.at(-1)?.value).toBe('support')
  })

  it('shows under which name a section was found', () => {
    const [first] = createComplete(bot)({ option: 'question', typed: 'run in fam', locale: 'en-US' })

    expect(first).toEqual({ name: 'Genetics: Does low serotonin run in families?', value: 'Genetics' })
  })

  it.each(['i want to kill mys', 'I want to kill myself', 'overdos', 'he hits me'])(
    'is choices and nothing else for "%s"',
    (typed) => {
      const choices = createComplete(bot)({ option: 'question', typed, locale: 'en-US' })

      expect(choices.at(-1)).toEqual({ name: 'Where to get help', value: 'support' })
      expect(JSON.stringify(choices)).not.toContain(typed)
    },
  )

  it('leads, each of it, to the section that it names when it is sent', () => {
    const findPlace = createFindPlace(largeBot)

    const choices = createComplete(largeBot)({ option: 'question', typed: '', locale: 'en-US' })

    for (const { name, value } of choices.slice(0, -1)) {
      expect(name).toContain(value)
      expect(findPlace.withLabel(value)).toBeDefined()
    }
  })

  it('is what Discord takes, whatever is typed', () => {
    const complete = createComplete(largeBot)

    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.constantFrom(...locales), (typed, locale) => {
        const choices = complete({ option: 'question', typed, locale })

        expect(choices.length).toBeLessThanOrEqual(limits.maxChoices)
        expect(checkCallback({ type: 8, data: { choices } })).toEqual([])
        expect(choices.at(-1)?.value).toBe('support')
      }),
      { numRuns: 50 },
    )
  })
})

describe('what is offered for a document', () => {
  it('is documents alone, by their names', () => {
    const choices = createComplete(largeBot)({ option: 'document', typed: '', locale: 'en-US' })

    expect(choices[0]).toEqual({ name: 'Why serotonin can be low', value: 'low-serotonin' })
    expect(choices).toHaveLength(shippedDocuments.length + gardenDocuments.length)
  })

  it('is what comes close to a title or another name', () => {
    const choices = createComplete(largeBot)({ option: 'document', typed: 'serotonin defic', locale: 'de' })

    expect(choices[0]?.value).toBe('low-serotonin')
  })

  it('leaves out a document whose name is longer than a choice can carry', () => {
    const [document] = shippedDocuments.map((each) => withName(each, 'x'.repeat(limits.maxChoiceValue + 1)))
    const complete = createComplete(botOver(document === undefined ? [] : [document, ...gardenDocuments]))

    const choices = complete({ option: 'document', typed: '', locale: 'en-US' })

    expect(choices).toHaveLength(gardenDocuments.length)
    expect(checkCallback({ type: 8, data: { choices } })).toEqual([])
  })
})

function withName(document: Document, name: string): Document {
  return { ...document, name }
}
