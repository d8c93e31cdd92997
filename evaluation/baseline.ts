import { readFileSync } from 'node:fs'
import { heldOutSets, loadCorpus, loadJudgments, loadShippedWords, root, tuningSets } from './judgments.ts'
import { type Figures, measure } from './measure.ts'

/** Where the figures stand that a change must not fall below. */
export const baselineFile = `${root}evaluation/baseline.json`

/** Points, as a share, that a figure may fall behind the baseline. */
export const allowedLoss = 0.02

/** The figures of every set, the held-out ones last. */
export function evaluateAll(): Readonly<Record<string, Figures>> {
  const words = loadShippedWords()
  const measured = [...tuningSets, ...heldOutSets].map((set) => [
    set.name,
    measure(loadCorpus(set), words, loadJudgments(set)),
  ])
  return Object.fromEntries(measured)
}

/** The stored figures by set. */
export function loadBaseline(): Readonly<Record<string, Omit<Figures, 'curve'>>> {
  return JSON.parse(readFileSync(baselineFile, 'utf8'))
}

/** Names each figure that is worse than the baseline by more than is allowed. */
export function findLosses(now: Readonly<Record<string, Omit<Figures, 'curve'>>>): string[] {
  return Object.entries(loadBaseline()).flatMap(([name, before]) => {
    const figures = now[name]
    if (figures === undefined) return [`${name} was not measured`]
    const better = ['rightFirst', 'answered'] as const
    const worse = ['wrong', 'falseAnswers'] as const
    return [
      ...better.filter((key) => figures[key] < before[key] - allowedLoss),
      ...worse.filter((key) => figures[key] > before[key] + allowedLoss),
    ].map((key) => `${name}: ${key} was ${before[key].toFixed(3)}, is ${figures[key].toFixed(3)}`)
  })
}
