import { writeFileSync } from 'node:fs'
import { baselineFile, evaluateAll } from './baseline.ts'
import type { Figures } from './measure.ts'

/*
 * Asks the labelled questions and prints what became of them.
 *
 *   npm run evaluate               prints the figures
 *   npm run evaluate -- --write    stores them as the baseline that the tests hold
 *
 * The held-out sets were written apart and are never looked at while tuning; only their figures are.
 */
const all = evaluateAll()
const percent = (share: number) => `${(100 * share).toFixed(1)} %`
const columns = ['rightFirst', 'answered', 'offered', 'wrong', 'refused', 'falseAnswers'] as const

process.stdout.write(`| set | questions | ${columns.join(' | ')} |\n|---|---|${columns.map(() => '---|').join('')}\n`)
for (const [name, figures] of Object.entries(all)) {
  const counts = `${figures.answerable} + ${figures.unanswerable}`
  process.stdout.write(`| ${name} | ${counts} | ${columns.map((column) => cell(figures, column)).join(' | ')} |\n`)
}
process.stdout.write(
  '\nRisk and coverage: answering only above a bar, the share answered and the share of those that is wrong.\n',
)
for (const [name, { curve, answerable }] of Object.entries(all)) {
  if (answerable === 0) continue
  const points = curve.map(
    ({ coverage, risk, from }) => `${percent(coverage)}: ${percent(risk)} (from ${from.toFixed(2)})`,
  )
  process.stdout.write(`${name}: ${points.join(', ')}\n`)
}

if (process.argv.includes('--write')) {
  const stored = Object.entries(all).map(([name, figures]) => [name, { ...figures, curve: undefined }])
  writeFileSync(
    baselineFile,
    `${JSON.stringify(Object.fromEntries(stored), null, 2)}
`,
  )
}

/** A set may hold nothing but questions to refuse. */
function cell(figures: Figures, column: (typeof columns)[number]): string {
  return figures.answerable === 0 && column !== 'falseAnswers' ? '-' : percent(figures[column])
}
