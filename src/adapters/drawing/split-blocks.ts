import type { Block } from '../../responder/answer.ts'
import { limitsTheBlockBefore } from './caveats.ts'
import { type BorderKind, borderKinds, cutParagraph, longestFitting } from './cut-paragraph.ts'
import { tableToList } from './table-to-list.ts'

type Blocks = readonly Block[]
type Fits = (blocks: Blocks) => boolean

/** The parts of an answer, in order. */
export type Parts = {
  readonly parts: readonly Blocks[]
  /** More was there than all parts can hold. */
  readonly isCut: boolean
}

export type PartRoom = {
  readonly maxParts: number
  readonly fits: Fits
  /** Whether blocks fit together with a word on what is left out. */
  readonly fitsCut: Fits
}

/**
 * Splits blocks into parts at their borders, so that headings stay with their text and caveats with what they limit.
 *
 * Only what no part can hold is split itself: lists between items, paragraphs between sentences.
 */
export function splitBlocks(blocks: Blocks, { maxParts, fits, fitsCut }: PartRoom): Parts {
  const parts: Blocks[] = []
  let rest = blocks
  while (!fits(rest)) {
    const isLast = parts.length === maxParts - 1
    const cut = cutAnywhere(rest, isLast ? fitsCut : fits)
    parts.push(cut?.head ?? [])
    if (cut === undefined || isLast) return { parts, isCut: true }
    rest = cut.rest
  }
  return { parts: [...parts, rest], isCut: false }
}

/** Blocks in two; neither is empty. */
type Cut = { readonly head: Blocks; readonly rest: Blocks }

type Room = {
  /** Fits behind what the part holds already. */
  readonly fits: Fits
  /** Would fit if the part held nothing yet. */
  readonly fitsAlone: Fits
  /** The least harmful border that may be used. */
  readonly border: BorderKind
}

function cutAnywhere(blocks: Blocks, fits: Fits): Cut | undefined {
  for (const border of borderKinds) {
    const cut = cutBlocks(blocks, { fits, fitsAlone: fits, border })
    if (cut !== undefined) return cut
  }
  return undefined
}

function cutBlocks(blocks: Blocks, room: Room): Cut | undefined {
  const count = longestFitting(blocks.length - 1, (most) => room.fits(blocks.slice(0, most)))
  const next = blocks[count]
  if (next === undefined) return undefined

  const inside = () => {
    const cut = cutBlock(next, behind(blocks.slice(0, count), room))
    return cut && { head: [...blocks.slice(0, count), ...cut.head], rest: [...cut.rest, ...blocks.slice(count + 1)] }
  }
  const cut = room.fitsAlone([next])
    ? (between(blocks, count, room) ?? inside())
    : (inside() ?? between(blocks, count, room))
  return cut ?? before(blocks, count, room) ?? (room.border === 'character' ? at(blocks, count) : undefined)
}

/** Cuts at the last border that takes neither a heading from its text nor a caveat from what it limits. */
function between(blocks: Blocks, count: number, { border }: Room): Cut | undefined {
  for (let place = count; place > 0; place -= 1) {
    const isHarmless = blocks[place - 1]?.type !== 'heading' && !limitsTheBlockBefore(blocks[place])
    if (isHarmless) return at(blocks, place)
  }
  return border === 'harmless' || blocks[count - 1]?.type === 'heading' ? undefined : at(blocks, count)
}

function at(blocks: Blocks, place: number): Cut | undefined {
  return place === 0 ? undefined : { head: blocks.slice(0, place), rest: blocks.slice(place) }
}

/** Cuts inside the last block that fits, so that its end stays with the caveat that follows. */
function before(blocks: Blocks, count: number, room: Room): Cut | undefined {
  const last = blocks[count - 1]
  const cut = last && cutBlock(last, behind(blocks.slice(0, count - 1), room))
  return cut && { head: [...blocks.slice(0, count - 1), ...cut.head], rest: [...cut.rest, ...blocks.slice(count)] }
}

function cutBlock(block: Block, room: Room): Cut | undefined {
  switch (block.type) {
    case 'heading':
    case 'paragraph': {
      const paragraph = (children: typeof block.children): Blocks => [{ type: 'paragraph', children }]
      const cut = cutParagraph(block.children, (head) => room.fits(paragraph(head)), room.border)
      return cut && { head: paragraph(cut.head), rest: paragraph(cut.rest) }
    }
    case 'list':
      return cutList(block, room)
    case 'blockquote': {
      const quotation = (children: Blocks): Blocks => [{ type: 'blockquote', children }]
      const cut = cutBlocks(block.children, within(quotation, room))
      return cut && { head: quotation(cut.head), rest: quotation(cut.rest) }
    }
    case 'table':
      return cutBlock(tableToList(block), room)
  }
}

/** What is left of an item that was cut goes on as text without a mark of its own. */
function cutList({ start, items }: Extract<Block, { readonly type: 'list' }>, room: Room): Cut | undefined {
  const listed = (some: readonly Blocks[], from = 0): Blocks =>
    some.length === 0 ? [] : [{ type: 'list', items: some, ...(start === undefined ? {} : { start: start + from }) }]

  const count = longestFitting(items.length - 1, (most) => room.fits(listed(items.slice(0, most))))
  const next = items[count]
  if (next === undefined) return undefined

  const inside = () => {
    const whole = items.slice(0, count)
    const fits: Fits = (head) => room.fits(listed([...whole, head]))
    const cut = cutBlocks(next, { ...room, fits, fitsAlone: (head) => room.fitsAlone(listed([head])) })
    const others = listed(items.slice(count + 1), count + 1)
    return cut && { head: listed([...whole, cut.head]), rest: [...cut.rest, ...others] }
  }
  const outside = () => {
    const asBlocks = items.map((children): Block => ({ type: 'blockquote', children }))
    const place = between(asBlocks, count, room)?.head.length
    if (place === undefined) return undefined
    return { head: listed(items.slice(0, place)), rest: listed(items.slice(place), place) }
  }
  return room.fitsAlone(listed([next])) ? (outside() ?? inside()) : (inside() ?? outside())
}

/** The room behind blocks that stand in the part already. */
function behind(blocks: Blocks, room: Room): Room {
  return { ...room, fits: (head) => room.fits([...blocks, ...head]) }
}

/** The room inside a block that holds others. */
function within(wrap: (blocks: Blocks) => Blocks, room: Room): Room {
  return { ...room, fits: (head) => room.fits(wrap(head)), fitsAlone: (head) => room.fitsAlone(wrap(head)) }
}
