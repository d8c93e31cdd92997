import { checkComponents } from './check-body-components.ts'
import { isRecord } from './check-body-shape.ts'
import type { Component } from './component-tree.ts'

/** How a message gets to Discord. */
export type MessageContext = 'create' | 'callback' | 'followup' | 'edit'

/**
 * Finds what Discord refuses about a message whose shape is right.
 *
 * Written from resources/message.mdx of discord-api-docs, as of 2026-11-23.
 */
export function checkMessage(body: Message, context: MessageContext): readonly string[] {
  const { content, flags, embeds, components } = body
  const isLayout = ((flags ?? 0) & flagBits.layout) !== 0
  return [
    ...((content?.length ?? 0) > 2000 ? [`content has ${content?.length} characters, 2000 are allowed`] : []),
    ...(sizeOf(embeds) > 6000 ? [`embeds have ${sizeOf(embeds)} characters together, 6000 are allowed`] : []),
    ...checkFlags(flags ?? 0, context),
    ...(isLayout
      ? notWithLayout.filter((field) => !isNothing(body[field])).map((field) => `${field} beside Components V2`)
      : []),
    ...(context !== 'edit' && carries.every((field) => isNothing(body[field])) ? ['the message is empty'] : []),
    ...(loneSurrogate.test(JSON.stringify(body)) ? ['a text is no well-formed Unicode'] : []),
    ...checkComponents(components ?? [], isLayout),
  ]
}

/** A message as far as its shape is checked. */
export type Message = {
  readonly content?: string | null
  readonly flags?: number | null
  readonly embeds?: readonly unknown[] | null
  readonly components?: readonly Component[] | null
  readonly poll?: unknown
  readonly sticker_ids?: readonly unknown[] | null
  readonly attachments?: readonly unknown[] | null
}

const notWithLayout = ['content', 'embeds', 'poll', 'sticker_ids'] as const
const carries = ['content', 'embeds', 'components', 'poll', 'sticker_ids', 'attachments'] as const

const flagBits = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  silent: 1 << 12,
  voice: 1 << 13,
  layout: 1 << 15,
} as const

const sendable = flagBits.suppressEmbeds | flagBits.silent | flagBits.voice | flagBits.layout

/** The flags that may be set in each context. */
const allowedFlags: Readonly<Record<MessageContext, number>> = {
  create: sendable,
  callback: sendable | flagBits.ephemeral,
  followup: sendable | flagBits.ephemeral,
  edit: flagBits.suppressEmbeds | flagBits.layout,
}

function checkFlags(flags: number, context: MessageContext): readonly string[] {
  const others = flags & ~allowedFlags[context]
  return others === 0 ? [] : [`flags ${others} cannot be set here`]
}

/** A surrogate without its partner, as JSON writes it. */
const loneSurrogate = /(?<!\\)(?:\\\\)*\\ud[89a-f][0-9a-f]{2}/

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) && value.length === 0
}

/** Characters of embeds as Discord adds them up: titles, descriptions, fields, footers and authors. */
function sizeOf(embeds: Message['embeds']): number {
  return (embeds ?? []).reduce<number>((sum, embed) => sum + (isRecord(embed) ? sizeOfEmbed(embed) : 0), 0)
}

function sizeOfEmbed({ title, description, fields, footer, author }: Record<string, unknown>): number {
  const texts = [
    title,
    description,
    ...(Array.isArray(fields) ? fields.filter(isRecord).flatMap(({ name, value }) => [name, value]) : []),
    isRecord(footer) ? footer['text'] : '',
    isRecord(author) ? author['name'] : '',
  ]
  return texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? text.length : 0), 0)
}
