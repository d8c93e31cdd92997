import type { types } from '@slack/bolt'
import { z } from 'zod'
import { element } from './check-elements.ts'
import { address, anyText, filled, plainText } from './check-texts.ts'

const { button, select, image } = element

/** Every block says it, so that an answer about it can be told apart. */
const block_id = filled(255).exactOptional()

const inEverything = [
  z.strictObject({
    type: z.literal('actions'),
    block_id,
    elements: z
      .array(z.discriminatedUnion('type', [button, select]))
      .min(1)
      .max(25),
  }),
  z.strictObject({
    type: z.literal('context'),
    block_id,
    elements: z
      .array(z.discriminatedUnion('type', [anyText(), image]))
      .min(1)
      .max(10),
  }),
  z.strictObject({ type: z.literal('divider'), block_id }),
  z.strictObject({ type: z.literal('header'), block_id, text: plainText(150) }),
  z.strictObject({
    type: z.literal('image'),
    block_id,
    image_url: address,
    alt_text: filled(2000),
  }),
  z
    .strictObject({
      type: z.literal('section'),
      block_id,
      text: anyText(3000).exactOptional(),
      fields: z.array(anyText(2000)).min(1).max(10).exactOptional(),
      accessory: z.discriminatedUnion('type', [button, select, image]).exactOptional(),
      expand: z.boolean().exactOptional(),
    })
    .refine(({ text, fields }) => text !== undefined || fields !== undefined, 'a section has neither text nor fields'),
] as const

const inMessages = z.strictObject({ type: z.literal('markdown'), block_id, text: filled(12_000) })

/**
 * The blocks that the bot may send, with Slack's limits: those of messages, and those of modals and home tabs.
 *
 * https://docs.slack.dev/reference/block-kit/blocks, checked 2026-11-23. That Slack's own types know each of them is for
 * the compiler to say.
 */
export const block = {
  ofMessage: z.discriminatedUnion('type', [...inEverything, inMessages]),
  ofView: z.discriminatedUnion('type', inEverything),
} as const satisfies Readonly<Record<string, z.ZodType<types.KnownBlock>>>

/** A block as it lets it pass. */
export type CheckedBlock = z.output<typeof block.ofMessage>
