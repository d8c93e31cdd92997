import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFindSigns } from '../../src/safety/find-signs.ts'
import { loadModel } from '../../src/safety/model.ts'
import { createRead } from '../../src/safety/reading.ts'
import { compileRules, rulesSchema } from '../../src/safety/rules.ts'
import { loadEverydayWords } from '../../src/text/everyday-words.ts'
import { parseYaml } from '../../src/text/parse-yaml.ts'

const folder = join(import.meta.dirname, '../../safety')
const everyday = loadEverydayWords()
const { words } = loadModel(folder)
const files = readdirSync(folder)
  .filter((name) => name.startsWith('rules.'))
  .map((name) => ({ name, file: rulesSchema.parse(parseYaml(readFileSync(join(folder, name), 'utf8'))) }))

it('there are rules for five languages, each in a file named after its language', () => {
  expect(files.map(({ file }) => file.language).toSorted()).toEqual(['de', 'en', 'es', 'fr', 'pt'])
  expect(files.map(({ name }) => name)).toEqual(files.map(({ file }) => `rules.${file.language}.yaml`))
})

describe.each(files)('$name', ({ file }) => {
  const compiled = compileRules(file)
  const { language } = compiled
  // This language's rules alone, so that no other's can help.
  const read = createRead({
    rulesOf: () => compiled,
    words,
    everyday,
    languageOf: () => ({ likely: [language], language, lead: 0 }),
  })
  const findSigns = createFindSigns(compiled)

  it('says who has reviewed it, and when', () => {
    expect(file.reviewer).not.toBe('')
    expect(file.reviewed).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  it('gives every rule an id of its own', () => {
    const ids = file.rules.map(({ id }) => id)

    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
  })

  it('has rules for every level that asks for something else than an answer', () => {
    const levels = file.rules.map(({ level }) => level)

    expect(levels).toEqual(expect.arrayContaining(['crisis', 'emergency', 'medication', 'diagnosis']))
  })

  it.each(file.rules)('the rule "$id" finds "$example"', ({ id, example }) => {
    expect(idsFoundIn(example)).toContain(id)
  })

  it.each(file.rules)('the rule "$id" does not find "$counter"', ({ id, counter }) => {
    expect(idsFoundIn(counter)).not.toContain(id)
  })

  it.each(file.idioms)('an idiom explains words of "$example" away', ({ example }) => {
    expect(hiddenIn(example)).toContain(true)
  })

  it.each(file.idioms)('no idiom explains all of "$counter" away', ({ counter }) => {
    expect(hiddenIn(counter)).toContain(false)
  })

  /** Rules that a message speaks for; one that is only mentioned does not count. */
  function idsFoundIn(text: string): readonly string[] {
    return read(text)
      .signs.filter(({ isMention }) => !isMention)
      .map(({ rule }) => rule.id)
  }

  function hiddenIn(text: string): readonly boolean[] {
    const { message } = read(text)
    const { isHidden } = findSigns(message)
    return message.words.map((_, place) => isHidden(place))
  }
})
