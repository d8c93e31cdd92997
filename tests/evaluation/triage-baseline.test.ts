import { describe, expect, it } from 'vitest'
import { root } from '../../evaluation/judgments.ts'
import type { TriageFigures } from '../../evaluation/measure-triage.ts'
import { readMessages, readTrainingLines } from '../../evaluation/messages.ts'
import { safetyTables, writtenFigures } from '../../evaluation/safety-figures.ts'
import { evaluateTriage, findTriageLosses, loadTriageBaseline } from '../../evaluation/triage-baseline.ts'
import { fold } from '../../src/text/fold.ts'
import { words } from '../../src/text/words.ts'

const none = { hits: 0, of: 0 }

/** Figures of one group of crises and one of messages that are not urgent, in per cent. */
function figures(found: number, falseAlarms: number, of = 100): TriageFigures {
  return {
    found: { crisis: { hits: (found * of) / 100, of } },
    falseAlarms: { all: { hits: (falseAlarms * of) / 100, of } },
    precision: {},
    about: none,
    theme: none,
    alsoCrisis: none,
  }
}

describe('findTriageLosses()', () => {
  it.each([
    ['nothing changed', figures(95, 2)],
    ['one point fewer is found', figures(94, 2)],
    ['two points fewer are found', figures(93, 2)],
    ['more is found', figures(99, 2)],
    ['three points more are false alarms', figures(95, 5)],
    ['fewer are false alarms', figures(95, 0)],
  ])('lets it pass when %s', (_, now) => {
    expect(findTriageLosses(now, figures(95, 2))).toEqual([])
  })

  it('names a level of which three points fewer are found', () => {
    expect(findTriageLosses(figures(92, 2), figures(95, 2))).toEqual([
      'found, crisis: was 95.0 % of 100, is 92.0 % of 100',
    ])
  })

  it('names a category with four points more false alarms', () => {
    expect(findTriageLosses(figures(95, 6), figures(95, 2))).toEqual([
      'false alarms, all: was 2.0 % of 100, is 6.0 % of 100',
    ])
  })

  it('names a level that is measured no longer', () => {
    expect(findTriageLosses({ ...figures(95, 2), found: {} }, figures(95, 2))).toEqual([
      'found, crisis: was 95.0 % of 100, is none',
    ])
  })

  it('lets groups of fewer than twenty messages be, since one message is five points there', () => {
    expect(findTriageLosses(figures(50, 50, 10), figures(100, 0, 10))).toEqual([])
  })
})

describe('the messages held out', () => {
  const baseline = loadTriageBaseline

  it('are read no worse than when the baseline was stored', () => {
    expect(findTriageLosses(evaluateTriage(), baseline())).toEqual([])
  })

  it('are as many as when the baseline was stored', () => {
    expect(sizesOf(evaluateTriage())).toEqual(sizesOf(baseline()))
  })

  it('stand in docs/safety.md with the figures of the baseline', () => {
    expect(writtenFigures()).toBe(safetyTables(baseline()))
  })

  // Told by id and number, so that nobody reads them.
  it('are not among those that the model is trained on', () => {
    const trained = new Set(readTrainingLines().map(({ text }) => plain(text)))
    const shared = readMessages(`${root}evaluation/messages/held-out`).filter(({ text }) => trained.has(plain(text)))

    expect(shared.map(({ id }) => id)).toEqual([])
  })
})

/** A message as its words alone. */
function plain(text: string): string {
  return words(fold(text)).join(' ')
}

function sizesOf({ found, falseAlarms }: TriageFigures): readonly (readonly [name: string, of: number])[] {
  return Object.entries({ ...found, ...falseAlarms }).map(([name, { of }]) => [name, of])
}
