import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parseYaml } from '../../src/text/parse-yaml.ts'

// As shipped, so that the build may have parsed it before.
const shipped = readFileSync(join(import.meta.dirname, '../../templates/en.yaml'), 'utf8')

it('parseYaml() takes what a file holds now, not what it held when the project was built', () => {
  const changed = shipped.replace('reviewer: none', 'reviewer: Dr A. Example')

  expect(parseYaml(shipped)).toMatchObject({ language: 'en', reviewer: 'none' })
  expect(parseYaml(changed)).toMatchObject({ language: 'en', reviewer: 'Dr A. Example' })
})

it.each([
  ['no', 'no'],
  ['true', 'true'],
  ['911', '911'],
  ['010', '010'],
  ['1.50', '1.50'],
  ['null', 'null'],
  ['~', '~'],
  ['2026-11-23', '2026-11-23'],
  ['', ''],
])('parseYaml() reads "%s" as text', (written, read) => {
  expect(parseYaml(`word: ${written}`)).toEqual({ word: read })
})

it.each([
  ['an alias', 'first: &all [a, b]\nsecond: *all'],
  // Ten thousand million words out of three hundred letters.
  ['aliases of aliases', bombOf(10)],
])('parseYaml() refuses %s', (_, text) => {
  expect(() => parseYaml(text)).toThrow(/alias/i)
})

it.each([
  ['a list that does not end', 'word: [a, b'],
  ['a key that stands twice', 'word: a\nword: b'],
  ['a tab for a space', 'word:\n\t- a'],
])('parseYaml() refuses %s and says where', (_, text) => {
  expect(() => parseYaml(text)).toThrow(/at line \d+, column \d+/)
})

function bombOf(depth: number): string {
  return Array.from({ length: depth }, (_, level) => {
    const inner = level === 0 ? 'a' : `*l${level - 1}`
    return `l${level}: &l${level} [${Array.from({ length: 10 }, () => inner).join(', ')}]`
  }).join('\n')
}
