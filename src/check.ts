import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expiryNotice } from './knowledge/expiry.ts'
import { loadLibrary } from './knowledge/load-library.ts'
import { loadWords } from './knowledge/load-words.ts'
import { formatProblem } from './knowledge/problem.ts'
import { type SectionResult, selfTest } from './knowledge/self-test.ts'
import { checkHelpLines, type HelpLineFinding } from './safety/check-help-lines.ts'
import { loadHelpLines } from './safety/load-help-lines.ts'
import { openTriage } from './safety/open-triage.ts'

/** From this many sections on only those with a miss are listed. */
const longList = 100

/** Share of left-out phrasings below which a section is marked: people will miss it. */
const wanted = 0.8

/** Where a report goes. */
type Output = { write(text: string): unknown }

/**
 * Validates the documents of a folder, asks the questions they carry, and reports: what is wrong on `errors`,
 * what was found on `output`.
 *
 * Returns the exit code: 2 for a problem in a file, a document that is no longer served, a question
 * that leads elsewhere, a help line whose check is over a year old, or a rule that fails its own examples; 0 otherwise.
 */
export function runCheck(folder: string, today: string, output: Output, errors: Output = output): number {
  const documents = checkDocuments(folder, today, output, errors)
  const safety = checkSafety(folder, today)
  writeLines(safety.faults, errors)
  writeLines(['', ...safety.notes], output)
  return documents && safety.faults.length === 0 ? 0 : 2
}

/** Whether all is well with the documents. */
function checkDocuments(folder: string, today: string, output: Output, errors: Output): boolean {
  const { documents, lapsed, expiring, problems } = loadLibrary(folder, today)
  const results = selfTest(documents, loadWords([join(packageRoot, 'knowledge'), resolve(folder)]))
  const misses = results.flatMap(describeMisses)
  const notices = [...lapsed, ...expiring].map((document) => expiryNotice(today, document))
  const listed = results.length > longList ? results.filter(({ misses: some }) => some.length > 0) : results

  writeLines([...problems.map(formatProblem), ...notices, ...misses], errors)
  writeLines([...table(listed), summary(results, documents.length)], output)
  return problems.length + lapsed.length + misses.length === 0 && documents.length > 0
}

/** What is wrong with help lines and rules, and what an operator should know of them. */
function checkSafety(
  folder: string,
  today: string,
): { readonly faults: readonly string[]; readonly notes: readonly string[] } {
  try {
    const { everyday } = loadWords([join(packageRoot, 'knowledge'), resolve(folder)])
    const faults = openTriage(join(packageRoot, 'safety'), everyday).prove()
    const findings = checkHelpLines(loadHelpLines(packageRoot, resolve(folder)), today)
    const messages = (severity: HelpLineFinding['severity']) =>
      findings.filter((each) => each.severity === severity).map(({ message }) => message)
    return {
      faults: [...faults, ...messages('failure')],
      notes: [
        ...messages('warning'),
        ...messages('notice'),
        ...(faults.length === 0 ? ['rules: every rule finds its example and not its counter-example'] : []),
      ],
    }
  } catch (error) {
    return { faults: [error instanceof Error ? error.message : String(error)], notes: [] }
  }
}

function writeLines(lines: readonly string[], output: Output): void {
  if (lines.length > 0) output.write(`${lines.join('\n')}\n`)
}

/** The same depth from `src/` and from `dist/`. */
const packageRoot = fileURLToPath(new URL('../', import.meta.url))

function describeMisses({ passage, misses }: SectionResult): string[] {
  return misses.map(
    ({ question, found }) =>
      `${passage.document}#${passage.section}: "${question}" finds ${found ?? 'nothing'} first (put it in other words, or move it there)`,
  )
}

function table(results: readonly SectionResult[]): string[] {
  if (results.length === 0) return []
  const rows = results.map(({ passage, misses, asked, foundLeftOut }) => {
    const { length } = passage.asked
    const note = length > 0 && foundLeftOut < wanted * length ? 'people may miss this section: add phrasings' : ''
    const found = `${asked - misses.length} of ${asked}`
    return [`${passage.document}#${passage.section}`, found, length === 0 ? '-' : `${foundLeftOut} of ${length}`, note]
  })
  const all = [['section', 'found', 'found when left out', ''], ...rows]
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function summary(results: readonly SectionResult[], documents: number): string {
  const asked = sum(results.map((result) => result.asked))
  const missed = sum(results.map((result) => result.misses.length))
  const phrasings = sum(results.map(({ passage }) => passage.asked.length))
  const leftOut = sum(results.map((result) => result.foundLeftOut))
  const share =
    phrasings === 0 ? '' : `; when left out, ${leftOut} of ${phrasings} (${Math.round((100 * leftOut) / phrasings)} %)`
  return `${documents} documents, ${results.length} sections: ${asked - missed} of ${asked} questions find their section first${share}`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
