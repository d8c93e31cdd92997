import { z } from 'zod'
import { address, filled, plainText } from './check-texts.ts'

/**
 * The elements of blocks that the bot may send, with Slack's limits.
 *
 * https://docs.slack.dev/reference/block-kit/block-elements, checked 2026-11-23. Apart from it, everything that can be
 * used must have an action id of its own, since what Slack makes up in its place says nothing.
 */
export const element = {
  button: z
    .strictObject({
      type: z.literal('button'),
      action_id: filled(255),
      text: plainText(75),
      value: filled(2000).exactOptional(),
      url: address.exactOptional(),
      style: z.enum(['primary', 'danger']).exactOptional(),
    })
    .refine(({ value, url }) => value !== undefined || url !== undefined, 'a button without value or url does nothing'),
  select: z.strictObject({
    type: z.literal('static_select'),
    action_id: filled(255),
    placeholder: plainText(150).exactOptional(),
    options: z
      .array(
        z.strictObject({
          text: plainText(75),
          // composition-objects/option-object says 150 of `value`; the comment in @slack/types still says 75.
          value: filled(150),
        }),
      )
      .min(1)
      .max(100),
  }),
  image: z.strictObject({ type: z.literal('image'), image_url: address, alt_text: filled(2000) }),
} as const
