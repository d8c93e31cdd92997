import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runCheck } from '../src/check.ts'
import { documentWith } from './knowledge/document-text.ts'

const today = '2026-11-23'
const good = documentWith('Rest is needed.')

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pamphlet-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

function check(of = folder, on = today) {
  let report = ''
  const code = runCheck(of, on, { write: (text) => (report += text) })
  return { code, report }
}

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text)
}

it('runCheck() passes a good folder with 0 and one line a section', () => {
  write('sleep.md', good)

  const { code, report } = check()

  expect(code).toBe(0)
  expect(report).toMatch(/^section +found +found when left out\nsleep#rest +1 of 1 +-\n/)
  expect(report).toContain('\n1 documents, 1 sections: 1 of 1 questions find their section first\n')
})

it('runCheck() passes the documents that Pamphlet is shipped with', () => {
  const { code, report } = check('knowledge')

  expect(code).toBe(0)
  expect(report).toMatch(/low-serotonin#genetics +11 of 11/)
  expect(report).toContain('1 documents, 12 sections')
  expect(report).not.toContain('people may miss')
})

it('runCheck() ends with 2 at a problem, names file, line and fix, and reports on the rest', () => {
  write('bad.md', good.replace('reviewed: 2026-11-23\n', ''))
  write('sleep.md', good)

  const { code, report } = check()

  expect(code).toBe(2)
  expect(report).toMatch(/bad\.md:\d+: .*"reviewed".*\(.*2026-11-23.*\)/)
  expect(report).toContain('sleep#rest')
})

it('runCheck() ends with 2 at a document whose review is overdue, which is not served', () => {
  write('old.md', good)
  write('sleep.md', good.replace('2027-11-23', '2030-01-01'))

  const { code, report } = check(folder, '2027-11-24')

  expect(code).toBe(2)
  expect(report).toContain('old: review was due by 2027-11-23, 1 day ago; it is not served until it is reviewed')
})

it('runCheck() tells of a review that is due soon, and passes', () => {
  write('sleep.md', good)

  const { code, report } = check(folder, '2027-11-20')

  expect(code).toBe(0)
  expect(report).toContain('sleep: review due by 2027-11-23, in 3 days')
})

it('runCheck() ends with 2 at a phrasing that leads elsewhere, and says where', () => {
  const asked = 'sections:\n  rest:\n    asked: ["What should I eat for food?"]\n'
  write(
    'sleep.md',
    good
      .replace('review-by: 2027-11-23\n', `review-by: 2027-11-23\n${asked}`)
      .concat('\n## Food\n\nEat food in time.\n'),
  )

  const { code, report } = check()

  expect(code).toBe(2)
  expect(report).toContain('sleep#rest: "What should I eat for food?" finds sleep#food first (put it in other words,')
})

it('runCheck() marks a section that people may miss', () => {
  const asked = 'sections:\n  rest:\n    asked: ["What about a siesta?", "Is a siesta fine?", "What of hammocks?"]\n'
  write('sleep.md', good.replace('review-by: 2027-11-23\n', `review-by: 2027-11-23\n${asked}`))
  write('food.md', documentWith('Eat in time.').replaceAll('Rest', 'Food').replaceAll('sleep', 'food'))

  const { report } = check()

  expect(report).toMatch(/sleep#rest .*of 3 +people may miss this section: add phrasings/)
})

it.each([
  ['an empty folder', () => undefined],
  ['a folder that does not exist', () => rmSync(folder, { recursive: true })],
])('runCheck() ends with 2 at %s', (_, prepare) => {
  prepare()

  const { code, report } = check()

  expect(code).toBe(2)
  expect(report).toContain('0 documents')
  rmSync(folder, { recursive: true, force: true })
  folder = mkdtempSync(join(tmpdir(), 'pamphlet-'))
})

it('runCheck() uses the lay words of the folder', () => {
  const asked = 'sections:\n  rest:\n    asked: ["Is a snooze needed?"]\n'
  write('sleep.md', good.replace('review-by: 2027-11-23\n', `review-by: 2027-11-23\n${asked}`))
  copyFileSync('knowledge/lay-words.en.txt', join(folder, 'lay-words.en.txt'))
  const before = check()

  write('lay-words.en.txt', `${readFileSync('knowledge/lay-words.en.txt', 'utf8')}\nsame: rest, snooze\n`)

  expect([before.report, check().report].map((report) => /sleep#rest .*/.exec(report)?.[0])).toEqual([
    expect.stringContaining('of 1'),
    expect.stringContaining('1 of 1'),
  ])
})
