import { describe, expect, it } from 'vitest'
import { textOf } from './answer-text.ts'
import { bot, botOver, gardenDocuments, shippedDocuments, templates } from './shipped-bot.ts'

const everything = [...shippedDocuments, ...gardenDocuments]
const wide = botOver(everything)

describe('library()', () => {
  it('lists every document with its sections, in the order of the library', () => {
    expect(wide.library().map(({ document, title, language }) => [document, title, language])).toEqual(
      everything.map(({ name, title, language }) => [name, title, language]),
    )
    expect(bot.library()[0]?.sections.slice(0, 3)).toEqual([
      { section: 'overview', heading: 'Why serotonin can be low', depth: 1 },
      { section: 'reduced-production', heading: 'Reduced production', depth: 2 },
      { section: 'ineffective-usage', heading: 'Ineffective usage', depth: 2 },
    ])
  })

  it('has a depth for each heading as the document has it', () => {
    const sections = bot.library().flatMap((document) => document.sections)

    expect(sections.find(({ section }) => section === 'causes')?.depth).toBe(2)
    expect(sections.find(({ section }) => section === 'genetics')?.depth).toBe(3)
  })

  it.each(['de', 'pt-BR', 'xx', undefined])('says where texts come from in the language %s', (language) => {
    const reviewed = templates.get(language?.split('-')[0] ?? 'en') ?? templates.get('en')

    const lines = bot.library(language).map(({ source }) => textOf(source))

    expect(lines).toHaveLength(shippedDocuments.length)
    expect(lines[0]).toContain('Askvity')
    expect(textOf(bot.library(reviewed?.language)[0]?.source ?? [])).toBe(lines[0])
  })
})

describe('document()', () => {
  it.each(everything.map(({ name }) => name))('gives the whole of %s, word for word', (name) => {
    const document = everything.find((each) => each.name === name)
    const text = wide.document(name)

    expect(text?.sections.map(({ section, heading, blocks }) => ({ section, heading, blocks }))).toEqual(
      document?.passages.map(({ section, heading, blocks }) => ({ section, heading, blocks })),
    )
    expect(text?.title).toBe(document?.title)
  })

  it.each(everything.map(({ name }) => name))(
    'ends %s with the disclaimer, in the language of the document',
    (name) => {
      const language = everything.find((each) => each.name === name)?.language ?? ''

      const text = wide.document(name)

      expect(text?.disclaimer).toEqual(templates.get(language.split('-')[0] ?? '')?.disclaimer)
      expect(text?.disclaimer.text).not.toBe('')
    },
  )

  it('says the same of where it comes from as an answer of it does', () => {
    const answer = bot.passage('low-serotonin', 'genetics')

    expect(bot.document('low-serotonin')?.source).toEqual(answer?.source)
  })

  it.each(['', 'gone', 'LOW-SEROTONIN', '../low-serotonin', 'low-serotonin.md', '__proto__', 'constructor'])(
    'finds none that is named "%s"',
    (name) => {
      expect(wide.document(name)).toBeUndefined()
    },
  )
})

describe('places()', () => {
  it('has the names of each section, those of the whole document with its first one, and each once', () => {
    const places = wide.places()

    const expected = everything.flatMap(({ title, aliases, passages }) =>
      passages.map(({ heading, asked }, place) => {
        const names = [...asked, ...(place === 0 ? [title, ...aliases] : [])]
        return { title, heading, names: [...new Set(names)].filter((name) => name !== heading) }
      }),
    )

    expect(places.map(({ title, heading, names }) => ({ title, heading, names }))).toEqual(expected)
    expect(places.some(({ names }) => names.length > 2)).toBe(true)
  })
})
