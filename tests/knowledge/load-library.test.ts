import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadLibrary } from '../../src/knowledge/load-library.ts'
import { documentWith } from './document-text.ts'

const today = '2026-11-23'
const valid = documentWith('Rest is needed.')
const isRoot = process.getuid?.() === 0

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pamphlet-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(folder, name), content)
}

function reviewBy(day: string): string {
  return valid.replace('2027-11-23', day).replace('reviewed: 2026-11-23', 'reviewed: 2025-01-01')
}

function load() {
  const { documents, lapsed, expiring, problems } = loadLibrary(folder, today)
  const names = (list: typeof documents) => list.map(({ name }) => name)
  return { documents: names(documents), lapsed: names(lapsed), expiring: names(expiring), problems }
}

it('loadLibrary() loads every document of a folder in the order of the file names', () => {
  for (const name of ['zinc.md', 'a1.md', 'low-serotonin.md']) write(name, valid)

  const library = load()

  expect(library).toEqual({ documents: ['a1', 'low-serotonin', 'zinc'], lapsed: [], expiring: [], problems: [] })
})

it('loadLibrary() leaves out README.md, other files and sub-folders', () => {
  write('README.md', 'How to write documents')
  write('words.yaml', 'a: b')
  mkdirSync(join(folder, 'drafts'))
  write('drafts/sleep.md', valid)

  const library = load()

  expect(library).toEqual({ documents: [], lapsed: [], expiring: [], problems: [] })
})

it('loadLibrary() serves a document up to its last day and tells of it from 60 days before', () => {
  write('a-lapsed.md', reviewBy('2026-11-22'))
  write('b-last-day.md', reviewBy('2026-11-23'))
  write('c-in-60-days.md', reviewBy('2027-01-22'))
  write('d-in-61-days.md', reviewBy('2027-01-23'))

  const library = load()

  expect(library).toEqual({
    documents: ['b-last-day', 'c-in-60-days', 'd-in-61-days'],
    lapsed: ['a-lapsed'],
    expiring: ['b-last-day', 'c-in-60-days'],
    problems: [],
  })
})

it('loadLibrary() tells all problems of all files and serves the rest', () => {
  write('bad.md', valid.replace('language: en', 'language: english').replace('## Rest', '## Rest\n\n<b>'))
  write('good.md', valid)
  write('worse.md', 'Just text')

  const library = load()

  expect(library.documents).toEqual(['good'])
  expect(library.problems.map(({ file, line, message }) => [file, line, message])).toEqual([
    [join(folder, 'bad.md'), 3, '"language" is not a BCP 47 tag: "english"'],
    [join(folder, 'bad.md'), 15, 'raw HTML is not allowed'],
    [join(folder, 'worse.md'), 1, 'there is no front matter'],
    [join(folder, 'worse.md'), 1, 'there is no title heading'],
  ])
})

it.each([
  ['Sleep Well.md', 'sleep-well.md'],
  ['Müdigkeit_2.MD', 'mudigkeit-2.md'],
  ['-sleep-.md', 'sleep.md'],
  ['.hidden.md', 'hidden.md'],
  ['readme.md.md', 'readme-md.md'],
])('loadLibrary() refuses the file name "%s" and proposes "%s"', (name, proposal) => {
  write(name, valid)

  const { documents, problems } = load()

  expect(documents).toEqual([])
  expect(problems).toEqual([
    {
      file: join(folder, name),
      line: 1,
      message: 'the file name is no document name',
      fix: `rename it to ${proposal}`,
    },
  ])
})

it.each<[string, string, (file: string) => void]>([
  ['a symbolic link to a file outside', 'it is a symbolic link', (file) => symlinkSync('/etc/passwd', file)],
  ['a symbolic link to a file inside', 'it is a symbolic link', (file) => symlinkSync('good.md', file)],
  ['a symbolic link to a folder', 'it is a symbolic link', (file) => symlinkSync('/etc', file)],
  ['a symbolic link to nothing', 'it is a symbolic link', (file) => symlinkSync('nowhere.md', file)],
  ['a folder', 'it is a folder', (file) => mkdirSync(file)],
  ['a named pipe', 'it is no regular file', (file) => execFileSync('/usr/bin/mkfifo', [file])],
  [
    'a file of more than 1 MiB',
    'the file is larger than 1 MiB',
    (file) => writeFileSync(file, 'a'.repeat(1024 * 1024 + 1)),
  ],
  ['an empty file', 'there is no front matter', (file) => writeFileSync(file, '')],
])('loadLibrary() refuses %s and serves the rest', (_, message, create) => {
  write('good.md', valid)
  create(join(folder, 'sleep.md'))

  const { documents, problems } = load()

  expect(documents).toEqual(['good'])
  expect(problems[0]).toMatchObject({ file: join(folder, 'sleep.md'), line: 1, message })
})

it('loadLibrary() names the line of the first byte that is not UTF-8', () => {
  const [before, after] = valid.split('Rest is')
  write('sleep.md', Buffer.concat([Buffer.from(`${before}Ü is`), Buffer.from([0xe4]), Buffer.from(`${after}`)]))

  const { problems } = load()

  expect(problems).toMatchObject([{ line: 15, message: 'the text is not UTF-8', fix: 'save the file in UTF-8' }])
})

it('loadLibrary() loads a file with a byte order mark', () => {
  write('sleep.md', `\uFEFF${valid}`)

  expect(load()).toMatchObject({ documents: ['sleep'], problems: [] })
})

// File permissions do not bind the superuser.
it.skipIf(isRoot)('loadLibrary() tells of a file that it may not read (skipped as root)', () => {
  write('sleep.md', valid)
  chmodSync(join(folder, 'sleep.md'), 0o000)

  const { problems } = load()

  expect(problems).toMatchObject([{ message: 'it may not be read' }])
})

it('loadLibrary() tells of a folder that does not exist', () => {
  const library = loadLibrary('no/such/folder', today)

  expect(library).toMatchObject({
    documents: [],
    problems: [
      { file: 'no/such/folder', line: 1, message: 'it does not exist', fix: 'create it, or correct its path' },
    ],
  })
})

it('loadLibrary() tells of a folder that is a file', () => {
  write('sleep.md', valid)

  const { problems } = loadLibrary(join(folder, 'sleep.md'), today)

  expect(problems).toMatchObject([{ message: 'it is not a folder' }])
})
