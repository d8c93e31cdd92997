import type { types } from '@slack/bolt'
import { type Drawn, drawText } from './draw-blocks.ts'
import type { Line } from './draw-phrasing.ts'
import { type Button, buttonItem, type Item, layOut } from './rows.ts'
import { toSections, toText, toTextObject } from './sections.ts'

/** What one message or view of an answer shows. */
export type Part = {
  readonly body: readonly Drawn[]
  readonly source: readonly Line[]
  readonly disclaimer: string
  readonly items: readonly Item[]
  /** Absent where an item leads to help. */
  readonly help?: Button
  /** The way to help stands right below the body. */
  readonly isUrgent: boolean
  readonly maxRows: number
}

/** Draws body, source, what can be picked, and the disclaimer last, with the way to help beside it. */
export function partBlocks(part: Part): readonly types.KnownBlock[] {
  const { body, source, disclaimer, items, help, isUrgent, maxRows } = part
  const below: readonly types.KnownBlock[] =
    source.length === 0 ? [] : [{ type: 'context', elements: [toTextObject(source)] }]
  if (!isUrgent) {
    return [...toSections(body), ...below, ...layOut(items, maxRows), disclaimerBlock(disclaimer, help)]
  }
  const helpFirst = [...(help === undefined ? [] : [buttonItem(help, 'help')]), ...items.filter(isHelp)]
  const others = items.filter((item) => !isHelp(item))
  return [
    ...toSections(body),
    ...layOut(helpFirst, maxRows),
    ...below,
    ...layOut(others, maxRows),
    disclaimerBlock(disclaimer),
  ]
}

/** The same as plain text: body, source and disclaimer. */
export function partText({ body, source, disclaimer }: Pick<Part, 'body' | 'source' | 'disclaimer'>): string {
  return toText([
    ...body,
    ...(source.length === 0 ? [] : [{ type: 'text' as const, lines: source }]),
    ...drawText(disclaimer),
  ])
}

/** The disclaimer, with the button that leads to help. */
export function disclaimerBlock(disclaimer: string, help?: Button): types.SectionBlock {
  const text = toTextObject(drawText(disclaimer).flatMap(({ lines }) => lines))
  return { type: 'section', text, expand: true, ...(help === undefined ? {} : { accessory: help }) }
}

/** Help, and saying that there is no need of it. */
function isHelp({ purpose }: Item): boolean {
  return purpose === 'help' || purpose === 'own question'
}
