import { type APIMessage, MessageFlags } from 'discord.js'
import { flatComponents } from '../../../stand-ins/discord/component-tree.ts'

/** A message as somebody sees it. */
export type Shown = {
  /** All text in reading order, whether it stands in `content` or in components. */
  readonly text: string
  readonly buttons: readonly string[]
  /** What the lists offer, all of them one after the other. */
  readonly options: readonly string[]
  /** Only one person sees it. */
  readonly isPrivate: boolean
}

/** Reads a message the way a person does. */
export function shown({ content, components, flags }: APIMessage): Shown {
  const parts = flatComponents(components ?? [])
  return {
    text: [content, ...parts.map((part) => part.content ?? '')].filter((text) => text !== '').join('\n'),
    buttons: parts.flatMap(({ label }) => label ?? []),
    options: parts.flatMap(({ options }) => options ?? []).map(({ label }) => label),
    isPrivate: ((flags ?? 0) & MessageFlags.Ephemeral) !== 0,
  }
}
