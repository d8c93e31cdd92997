import { z } from 'zod'

/** A text of at most `most` characters that is not blank; without a number, of any length. */
export function filled(most = Number.POSITIVE_INFINITY) {
  return z.string().max(most).regex(/\S/, 'is blank')
}

/**
 * A text object without formatting; its own limit is 3,000 characters.
 *
 * https://docs.slack.dev/reference/block-kit/composition-objects/text-object, checked 2026-11-23.
 */
export function plainText(most = 3000) {
  return z
    .strictObject({ type: z.literal('plain_text'), text: filled(most), emoji: z.boolean().exactOptional() })
    .refine(({ text, emoji }) => emoji === false || !emojiName.test(text), 'a name between colons turns into an emoji')
}

/** A text object with or without formatting; where it has some, Slack must be told to make no links by itself. */
export function anyText(most = 3000) {
  return z.discriminatedUnion('type', [
    plainText(most),
    z.strictObject({
      type: z.literal('mrkdwn'),
      text: filled(most),
      verbatim: z.literal(true, 'mrkdwn needs verbatim, or Slack looks for names and addresses in it'),
    }),
  ])
}

/** A secure address that Slack opens or shows. */
export const address = z
  .string()
  .max(3000)
  .regex(/^https:\/\/\S+$/, 'is no https address')

const emojiName = /:[a-z0-9_+'-]+:/i
