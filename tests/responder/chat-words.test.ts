import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { loadTemplates } from '../../src/responder/load-templates.ts'
import { type ChatWords, quote, type Templates } from '../../src/responder/templates.ts'
import { bot, root, templates } from './shipped-bot.ts'

const scratch = mkdtempSync(join(tmpdir(), 'pamphlet-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const languages = [...templates.keys()]
const english = wordsOf('en')

function templatesOf(language: string): Templates {
  const found = templates.get(language)
  if (found === undefined) throw new Error(`There are no templates for ${language}`)
  return found
}

function wordsOf(language: string): ChatWords {
  return templatesOf(language).chat
}

/** Names of commands, the menu item aside. */
function commandNames({ commands }: ChatWords): readonly string[] {
  return Object.entries(commands).flatMap(([key, { name }]) => (key === 'answer-this' ? [] : [name]))
}

/** A command or an option; a menu item has no description. */
type Described = { readonly name: string; readonly description?: string }

function optionNames({ options }: ChatWords): readonly string[] {
  return Object.values(options).map(({ name }) => name)
}

function pageText({ pages }: ChatWords, page: keyof ChatWords['pages']): string {
  return pages[page].join('\n')
}

it.each(languages)('names of commands and options are words that Discord takes, each its own (%s)', (language) => {
  const words = wordsOf(language)

  for (const names of [commandNames(words), optionNames(words)]) {
    expect(names.filter((name) => !/^[-_'\p{L}\p{N}]{1,32}$/u.test(name))).toEqual([])
    expect(names).toEqual(names.map((name) => name.toLowerCase().normalize('NFC')))
    expect(new Set(names).size).toBe(names.length)
  }
  expect(words.commands['answer-this'].name).toMatch(/^.{1,32}$/u)
})

it.each(languages)('labels, empty states and descriptions fit where they are shown (%s)', (language) => {
  const { buttons, pick, commands, options, visible } = wordsOf(language)
  const described: readonly Described[] = [...Object.values(commands), ...Object.values(options)]
  const descriptions = described.flatMap(({ description }) => description ?? [])

  expect(Object.values(buttons).filter((text) => text.length > 40)).toEqual([])
  expect(Object.values(pick).filter((text) => text.length > 60)).toEqual([])
  expect([...descriptions, ...Object.values(visible)].filter((text) => text.length > 100)).toEqual([])
  expect(descriptions).toHaveLength(9)
})

it.each(languages)('every page has as many paragraphs as in English (%s)', (language) => {
  const [here, there] = [wordsOf(language), english].map(({ pages }) =>
    Object.values(pages).map(({ length }) => length),
  )

  expect(here).toEqual(there)
})

it.each(languages)('the page on who wrote this explains the words of the source line (%s)', (language) => {
  const here = templatesOf(language)
  const { about } = here.chat.pages

  expect(about.join(' ')).toContain(quote(here.source['not-by-clinician'], here))
  expect(about[0]).toContain('{version}')
  expect(about).toContain('{documents}')
})

it.each(languages)('no page asks anything, so none asks for anything personal (%s)', (language) => {
  const { pages } = wordsOf(language)

  expect(
    Object.values(pages)
      .flat()
      .filter((text) => text.includes('?')),
  ).toEqual([])
})

it.each([
  ['en', 'leave out names and personal details'],
  ['es', 'deja fuera nombres y datos personales'],
  ['pt', 'deixe de fora nomes e dados pessoais'],
  ['fr', 'de côté les noms et les détails personnels'],
  ['de', 'Lass Namen und persönliche Einzelheiten bitte trotzdem weg'],
])('the page on privacy asks to leave personal things out (%s)', (language, words) => {
  expect(pageText(wordsOf(language), 'privacy')).toContain(words)
})

it.each(languages)('no two buttons, choices or notes say the same (%s)', (language) => {
  const { buttons, pick, notes, visible } = wordsOf(language)
  const said = [buttons, pick, notes, visible].flatMap((part): readonly string[] => Object.values(part))

  expect(new Set(said).size).toBe(said.length)
})

it('chatWords() speaks the language of the person, else English', () => {
  expect(bot.chatWords('es-MX')).toBe(wordsOf('es'))
  expect([bot.chatWords('ja'), bot.chatWords(), bot.chatWords('__proto__')]).toEqual([english, english, english])
})

it.each([
  ['a command of two words', 'name: ask,', 'name: ask me,', 'A name is one word'],
  ['a command in capitals', 'name: ask,', 'name: Ask,', 'lowercase'],
  ['a command of 33 letters', 'name: ask,', `name: ${'a'.repeat(33)},`, 'A name is one word'],
  ['a long button', 'share: Share with everyone', `share: ${'Share '.repeat(8)}`, '40'],
  ['a long description', 'description: How to ask', `description: ${'Ask '.repeat(26)}`, '100'],
  ['a missing note', '    no-text: That message has no text that I can read.\n', '', 'no-text'],
])('loadTemplates() refuses %s and names it', (_, sound, broken, reason) => {
  const folder = mkdtempSync(join(scratch, 'bad-'))
  const text = readFileSync(join(root, 'templates/en.yaml'), 'utf8')
  writeFileSync(join(folder, 'en.yaml'), text.replace(sound, broken))

  expect(text).toContain(sound)
  expect(() => loadTemplates(folder)).toThrow(reason)
})
