import { existsSync, writeFileSync } from 'node:fs'
import { safetyTables, writeFigures } from './safety-figures.ts'
import { evaluateTriage, findTriageLosses, loadTriageBaseline, triageBaselineFile } from './triage-baseline.ts'

/*
 * Reads labelled messages and prints what triage makes of them.
 *
 *   npm run evaluate:triage                      the messages held out, compared with the stored figures
 *   npm run evaluate:triage -- messages.jsonl    other messages: {"text", "lang", "category", "expect": {"triage"}, "accept"?} a line
 *   npm run evaluate:triage -- --write           stores the figures, and writes them into docs/safety.md
 *
 * Ends with 1 where a figure has fallen too far behind the stored one.
 */
const path = process.argv.slice(2).find((each) => !each.startsWith('--'))
const figures = evaluateTriage(path)
process.stdout.write(`${safetyTables(figures)}\n`)

if (process.argv.includes('--write') && path === undefined) {
  writeFileSync(triageBaselineFile, `${JSON.stringify(figures, null, 2)}\n`)
  writeFigures(figures)
} else if (path === undefined && existsSync(triageBaselineFile)) {
  const losses = findTriageLosses(figures, loadTriageBaseline())
  process.stdout.write(losses.length === 0 ? '\nNo figure has fallen behind.\n' : `\n${losses.join('\n')}\n`)
  process.exitCode = losses.length === 0 ? 0 : 1
}
