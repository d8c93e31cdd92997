import type { Block } from '../../responder/answer.ts'
import { limits } from './limits.ts'
import { renderPhrasing } from './render-phrasing.ts'
import { textWidth } from './text-width.ts'
import { wrapText } from './wrap.ts'

/** Draws a table as aligned columns, or as one `cell | cell` line a row where the columns do not fit. */
export function renderTable(rows: Rows, width: number): readonly string[] {
  const cells = rows.map((row) => row.map((cell) => renderPhrasing(cell).join(' ')))
  const widths = cells.reduce<readonly number[]>(widest, [])
  const tableWidth = widths.reduce((sum, each) => sum + each + separator.length, -separator.length)
  if (tableWidth > Math.min(width, limits.maxColumns))
    return cells.flatMap((row) => wrapText(row.join(separator), width))

  return cells.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join(separator)
      .trimEnd(),
  )
}

type Rows = Extract<Block, { readonly type: 'table' }>['rows']

const separator = ' | '

function widest(widths: readonly number[], row: readonly string[]): readonly number[] {
  const columns = Math.max(widths.length, row.length)
  return Array.from({ length: columns }, (_, column) => Math.max(widths[column] ?? 0, textWidth(row[column] ?? '')))
}

function pad(cell: string, width: number): string {
  return `${cell}${' '.repeat(width - textWidth(cell))}`
}
