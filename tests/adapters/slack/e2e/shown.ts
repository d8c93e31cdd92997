import type { Ephemeral, Message, View } from '../../../stand-ins/slack/message.ts'
import { readBlocks } from '../read-blocks.ts'

/** A message or view as somebody sees it. */
export type Shown = {
  /** All text in reading order. */
  readonly text: string
  readonly buttons: readonly string[]
  /** What the lists offer, all of them one after the other. */
  readonly options: readonly string[]
  /** Only one person sees it. */
  readonly isPrivate: boolean
}

/** Reads a message or view the way a person does. */
export function shown(seen: Message | Ephemeral | View): Shown {
  const { text, buttons, lists } = readBlocks(seen.blocks)
  return {
    text,
    buttons: buttons.map(([label]) => label),
    options: lists.flatMap(({ options }) => options),
    isPrivate: seen.type !== 'message' || 'onlyFor' in seen,
  }
}
