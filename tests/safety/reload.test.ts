import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type OpenTriage, openTriage } from '../../src/safety/open-triage.ts'
import { loadEverydayWords } from '../../src/text/everyday-words.ts'
import { root } from '../responder/shipped-bot.ts'

/** Within this time a changed rule holds (requirement S13). */
const mostMs = 1000

/** A word that nobody has heard yet, and a message that is a crisis once it has a meaning. */
const unheard = 'i just want to zorbify myself tonight'
const taught = ['spellings:', 'spellings:\n  zorbify: kill'] as const

const everyday = loadEverydayWords()
let folder: string
let english: string
let triage: OpenTriage

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pamphlet-safety-'))
  cpSync(join(root, 'safety'), folder, { recursive: true })
  english = join(folder, 'rules.en.yaml')
  triage = openTriage(folder, everyday)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Makes a change while watching, and gives what is reported within a second. */
async function reportAfter(change: () => void): Promise<readonly string[]> {
  const giveUp = new AbortController()
  let stop: (() => void) | undefined
  try {
    return await Promise.race([
      new Promise<readonly string[]>((resolve) => {
        stop = triage.watch(resolve)
        change()
      }),
      wait(mostMs, undefined, { signal: giveUp.signal }).then(() => {
        throw new Error(`Nothing was reported within ${mostMs} ms`)
      }),
    ])
  } finally {
    giveUp.abort()
    stop?.()
  }
}

function rewrite(from: string | RegExp, to: string): void {
  writeFileSync(english, readFileSync(english, 'utf8').replace(from, to))
}

it('a rule that is changed while the bot runs holds within a second', async () => {
  const before = triage.read(unheard).level

  const report = await reportAfter(() => rewrite(...taught))

  expect(report).toEqual([])
  expect([before, triage.read(unheard).level]).toEqual(['none', 'crisis'])
})

it('a file that is broken while the bot runs is named with its fault, and its last good state holds', async () => {
  await reportAfter(() => rewrite(...taught))

  const report = await reportAfter(() => rewrite('idioms:', 'idioms: ['))

  expect(report).toHaveLength(1)
  expect(report[0]).toMatch(/Cannot load ".*rules\.en\.yaml": .*line \d+/)
  expect(triage.read(unheard).level).toBe('crisis')
  expect(triage.read('quiero morir').level).toBe('crisis')
})

it('a rule that no longer finds its example is named, and its last good state holds', async () => {
  await reportAfter(() => rewrite(...taught))

  const report = await reportAfter(() => rewrite(/(^rules:[\s\S]*?\bexample: ).*/m, '$1nothing of the kind'))

  expect(report.join('\n')).toMatch(/Cannot load ".*rules\.en\.yaml": .*does not find its example/)
  expect(triage.read(unheard).level).toBe('crisis')
})

it('a file that is broken does not keep a change of another from holding', async () => {
  const report = await reportAfter(() => {
    writeFileSync(join(folder, 'rules.fr.yaml'), 'language: [')
    rewrite(...taught)
  })

  expect(report).toHaveLength(1)
  expect(report[0]).toContain('rules.fr.yaml')
  expect(triage.read(unheard).level).toBe('crisis')
  expect(triage.read("j'ai envie de mourir").level).toBe('crisis')
})

it('a file that is mended holds again', async () => {
  const good = readFileSync(english, 'utf8')
  await reportAfter(() => writeFileSync(english, 'language: ['))

  const report = await reportAfter(() => writeFileSync(english, good.replace(...taught)))

  expect(report).toEqual([])
  expect(triage.read(unheard).level).toBe('crisis')
})

it('a file that vanishes is named, and its last good state holds', async () => {
  await reportAfter(() => rewrite(...taught))

  const report = await reportAfter(() => rmSync(english))

  expect(report).toHaveLength(1)
  expect(report[0]).toMatch(/Cannot load ".*rules\.en\.yaml"/)
  expect(triage.read(unheard).level).toBe('crisis')
})

it('a folder that vanishes is named, and its last good state holds', () => {
  rmSync(folder, { recursive: true })

  const report = triage.reload()

  expect(report.join('\n')).toContain(folder)
  expect(triage.read('i want to die').level).toBe('crisis')
})

it('nothing is reported once watching has been stopped', async () => {
  const reports: (readonly string[])[] = []
  const stop = triage.watch((report) => reports.push(report))
  stop()

  // A second watch tells when the change has been seen.
  await reportAfter(() => rewrite(...taught))

  expect(reports).toEqual([])
})

it('a change just before watching is stopped is no longer read', async () => {
  const reports: (readonly string[])[] = []
  const stop = triage.watch((report) => reports.push(report))
  const seen = reportAfter(() => rewrite(...taught))
  stop()

  await seen

  expect(reports).toEqual([])
})
