import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { formatProblem } from '../../src/knowledge/problem.ts'
import { badDocuments } from './bad-documents.ts'
import { problemsOf } from './problems-of.ts'

const folder = join(import.meta.dirname, 'bad-documents')

it.each(Object.entries(badDocuments))(
  'parseDocument() tells every problem of %s, with its line and the fix',
  (file, expected) => {
    const text = readFileSync(join(folder, file), 'utf8')

    const problems = problemsOf(text, file)

    expect(problems.map(formatProblem)).toEqual(expected.map((problem) => `${file}:${problem}`))
  },
)

it('the table of bad documents names every file of the folder', () => {
  const files = readdirSync(folder)

  expect(files.toSorted()).toEqual(Object.keys(badDocuments).toSorted())
})
