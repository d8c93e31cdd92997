import type { Row } from './measure-apart.ts'

const columns = [
  'engine',
  'questions',
  'right first',
  'in first 3',
  'p50 ms',
  'p99 ms',
  'p50 ratio',
  'build ms',
  'first ms',
  'heap MB',
]

/** Lays the rows of one corpus out as a Markdown table; ratios are to the first row's engine, ours. */
export function table(rows: readonly Row[]): string {
  const [ours] = rows
  const cells = [columns, ...rows.map((row) => cellsOf(row, ours))]
  const widths = columns.map((_, column) => Math.max(...cells.map((line) => (line[column] ?? '').length)))
  const lines = cells.map(
    (line) => `| ${line.map((cell, column) => pad(cell, column, widths[column] ?? 0)).join(' | ')} |`,
  )
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}

function cellsOf(row: Row, ours: Row | undefined): readonly string[] {
  if ('skipped' in row) return [`${row.engine} (skipped: ${row.skipped})`, ...columns.slice(1).map(() => '')]
  const ratio =
    ours === undefined || 'skipped' in ours || ours.engine !== 'pamphlet' ? undefined : row.p50Ms / ours.p50Ms
  return [
    row.engine,
    String(row.questions),
    percent(row.rightFirst),
    percent(row.rightInThree),
    row.p50Ms.toFixed(2),
    row.p99Ms.toFixed(2),
    ratio === undefined ? '' : `${ratio.toFixed(1)}x`,
    row.buildMs.toFixed(0),
    row.firstMs.toFixed(1),
    row.heapMb.toFixed(1),
  ]
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

function pad(cell: string, column: number, width: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width)
}
