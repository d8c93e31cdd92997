import type { Block } from '../../../responder/answer.ts'
import { Contacts } from './contacts.tsx'
import type { Drawing } from './drawing.ts'
import { Heading } from './heading.tsx'
import { Phrasing } from './phrasing.tsx'

type BlocksProps = {
  readonly blocks: readonly Block[]
  /** Level on the page of a heading of depth 1. */
  readonly level: number
  readonly drawing: Drawing
}

/** Blocks one below the other. */
export function Blocks({ blocks, level, drawing }: BlocksProps) {
  return <>{blocks.map((block) => draw(block, level, drawing))}</>
}

function draw(block: Block, level: number, drawing: Drawing) {
  switch (block.type) {
    case 'heading':
      return (
        <Heading level={level + block.depth - 1}>
          <Phrasing parts={block.children} drawing={drawing} />
        </Heading>
      )
    case 'paragraph':
      return (
        <>
          <p dir="auto">
            <Phrasing parts={block.children} drawing={drawing} />
          </p>
          <Contacts parts={block.children} drawing={drawing} />
        </>
      )
    case 'list':
      return drawList(block, level, drawing)
    case 'blockquote':
      return (
        <blockquote>
          <Blocks blocks={block.children} level={level} drawing={drawing} />
        </blockquote>
      )
    case 'table':
      return drawTable(block, drawing)
  }
}

function drawList({ start, items }: Extract<Block, { readonly type: 'list' }>, level: number, drawing: Drawing) {
  const drawn = items.map((item) => (
    <li>
      <Blocks blocks={item} level={level} drawing={drawing} />
    </li>
  ))
  return start === undefined ? <ul>{drawn}</ul> : <ol start={start}>{drawn}</ol>
}

function drawTable({ rows: [head = [], ...rows] }: Extract<Block, { readonly type: 'table' }>, drawing: Drawing) {
  return (
    // A wide table scrolls by itself, for which the keyboard has to reach it.
    <div class="table" tabindex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th scope="col" dir="auto">
                <Phrasing parts={cell} drawing={drawing} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td dir="auto">
                  <Phrasing parts={cell} drawing={drawing} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
