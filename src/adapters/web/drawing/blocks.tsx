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
  /** Whether what stands around them says in which direction they run. */
  readonly isDirected?: boolean
}

/** Blocks one below the other, each in the direction of its own text unless one is given. */
export function Blocks({ blocks, level, drawing, isDirected = false }: BlocksProps) {
  const place: Place = { level, drawing, ...(isDirected ? {} : { dir: 'auto' }) }
  return <>{blocks.map((block) => draw(block, place))}</>
}

type Place = Pick<BlocksProps, 'level' | 'drawing'> & {
  /** Absent inside a list or a quotation, whose direction is that of its first text without one of its own (HTML, "dir"). */
  readonly dir?: 'auto'
}

function draw(block: Block, place: Place) {
  const { level, drawing, dir } = place
  switch (block.type) {
    case 'heading':
      return (
        <Heading level={level + block.depth - 1} dir={dir}>
          <Phrasing parts={block.children} drawing={drawing} />
        </Heading>
      )
    case 'paragraph':
      return (
        <>
          <p dir={dir}>
            <Phrasing parts={block.children} drawing={drawing} />
          </p>
          <Contacts parts={block.children} drawing={drawing} />
        </>
      )
    case 'list':
      return drawList(block, place)
    case 'blockquote':
      return <blockquote dir={dir}>{drawInside(block.children, place)}</blockquote>
    case 'table':
      return drawTable(block, place)
  }
}

function drawInside(blocks: readonly Block[], { level, drawing }: Place) {
  return blocks.map((block) => draw(block, { level, drawing }))
}

function drawList({ start, items }: Extract<Block, { readonly type: 'list' }>, place: Place) {
  const drawn = items.map((item) => <li>{drawInside(item, place)}</li>)
  if (start === undefined) return <ul dir={place.dir}>{drawn}</ul>
  return (
    <ol start={start} dir={place.dir}>
      {drawn}
    </ol>
  )
}

function drawTable(
  { rows: [head = [], ...rows] }: Extract<Block, { readonly type: 'table' }>,
  { drawing, dir }: Place,
) {
  return (
    // A wide table scrolls by itself, for which the keyboard has to reach it.
    <div class="table" tabindex={0}>
      <table dir={dir}>
        <thead>
          <tr>
            {head.map((cell) => (
              <th scope="col">
                <Phrasing parts={cell} drawing={drawing} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>
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
