import type { types } from '@slack/bolt'
import { readMrkdwn, unescapeText } from './read-mrkdwn.ts'

/** What a person sees of a message or view. */
export type Seen = {
  /** Everything to read, in order, as it shows, a block a line or more. */
  readonly text: string
  /** Kinds of marks in all texts. */
  readonly marks: readonly string[]
  /** Labels and values of buttons, as they stand; one beside a text comes after what stands before that text. */
  readonly buttons: readonly (readonly [label: string, value: string])[]
  readonly lists: readonly {
    readonly actionId: string
    readonly placeholder: string
    readonly options: readonly string[]
    readonly values: readonly string[]
  }[]
  /** Of all buttons and lists. */
  readonly actionIds: readonly string[]
}

/** Reads the blocks that the bot makes; any other is a fault. */
export function readBlocks(blocks: readonly (types.KnownBlock | types.Block)[]): Seen {
  const known = blocks as readonly types.KnownBlock[]
  const texts = known.flatMap(textsOf).map(readText)
  const elements = known.flatMap(elementsOf)
  return {
    text: texts.map(({ text }) => text).join('\n'),
    marks: [...new Set(texts.flatMap(({ marks }) => marks))],
    buttons: elements.flatMap((each) =>
      each.type === 'button' ? [[unescapeText(each.text.text), each.value ?? ''] as const] : [],
    ),
    lists: elements.flatMap((each) => (each.type === 'static_select' ? [readList(each)] : [])),
    actionIds: elements.map((each) => each.action_id ?? ''),
  }
}

type Element = types.Button | types.StaticSelect

function textsOf(block: types.KnownBlock): readonly types.TextObject[] {
  if (block.type === 'actions') return []
  if (block.type === 'context') return block.elements as readonly types.TextObject[]
  if (block.type === 'header' || block.type === 'section') return block.text === undefined ? [] : [block.text]
  throw new Error(`the bot draws no ${block.type}`)
}

function elementsOf(block: types.KnownBlock): readonly Element[] {
  if (block.type === 'actions') return block.elements as readonly Element[]
  return block.type === 'section' && block.accessory !== undefined ? [block.accessory as Element] : []
}

function readText({ type, text }: types.TextObject): { readonly text: string; readonly marks: readonly string[] } {
  return type === 'mrkdwn' ? readMrkdwn(text) : { text: unescapeText(text), marks: [] }
}

function readList({ action_id = '', placeholder, options = [] }: types.StaticSelect): Seen['lists'][number] {
  return {
    actionId: action_id,
    placeholder: unescapeText(placeholder?.text ?? ''),
    options: options.map(({ text }) => unescapeText(text.text)),
    values: options.map(({ value = '' }) => value),
  }
}
