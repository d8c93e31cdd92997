import { expect, it } from 'vitest'
import { templates } from './shipped-bot.ts'

const languages = [...templates.keys()]

function webWordsOf(language: string) {
  const found = templates.get(language)
  if (found === undefined) throw new Error(`There are no templates for ${language}`)
  return found.chat.web
}

it.each(languages)('every entry of the menu and every fault has words of its own (%s)', (language) => {
  const { menu, faults } = webWordsOf(language)
  const titles = [faults.forbidden.title, faults.missing.title, faults['too-large'].title, faults.busy, faults.failed]

  for (const said of [Object.values(menu), titles]) expect(new Set(said).size).toBe(said.length)
})

it.each(languages)('every reason, every guidance and every role is told apart (%s)', (language) => {
  const { reasons, guidance, roles, found } = webWordsOf(language).why

  for (const said of [reasons, guidance, roles, found].map((part): readonly string[] => Object.values(part)))
    expect(new Set(said).size).toBe(said.length)
})

it.each(languages.filter((language) => language !== 'en'))('nothing is left in English (%s)', (language) => {
  const english = new Set(sentences(webWordsOf('en')))

  expect(sentences(webWordsOf(language)).filter((said) => said.includes(' ') && english.has(said))).toEqual([])
})

it('in French no line begins with a mark: a no-break space stands before it', () => {
  // What is said to those who write documents is left to wrap.
  const { why: _, ...shown } = webWordsOf('fr')

  expect(sentences(shown).filter((said) => /[^\u00a0][?!:;»]|«[^\u00a0]/.test(said))).toEqual([])
})

function sentences(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return Object.values(value ?? {}).flatMap(sentences)
}
