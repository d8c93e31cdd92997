import type { Block, Phrasing } from '../../responder/answer.ts'

type Table = Extract<Block, { readonly type: 'table' }>
type List = Extract<Block, { readonly type: 'list' }>
type Cell = readonly Phrasing[]

/** A table as one bullet a row, "head: cell; head: cell": it is what platforms without tables can show, and reads well aloud. */
export function tableToList({ rows: [head = [], ...rows] }: Table): List {
  const items = rows.length === 0 ? [joinCells(head)] : rows.map((row) => joinCells(row.map(withHead(head))))
  return { type: 'list', items: items.map((children) => [{ type: 'paragraph', children }]) }
}

function withHead(head: readonly Cell[]): (cell: Cell, column: number) => Cell {
  return (cell, column) => {
    const name = head[column] ?? []
    return isEmpty(name) || isEmpty(cell) ? cell : [...name, text(': '), ...cell]
  }
}

function joinCells(cells: readonly Cell[]): Cell {
  const [first = [], ...others] = cells.filter((cell) => !isEmpty(cell))
  return others.reduce((all, cell) => all.concat(text('; '), cell), first).map(inLine)
}

function inLine(part: Phrasing): Phrasing {
  return part.type === 'break' ? text(' ') : part
}

function isEmpty(cell: Cell): boolean {
  return cell.every((part) => part.type === 'break' || part.value.trim() === '')
}

function text(value: string): Phrasing {
  return { type: 'text', value }
}
