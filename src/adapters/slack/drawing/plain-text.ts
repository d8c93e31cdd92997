import type { types } from '@slack/bolt'

/** Escaped text without marks, in which names of emoji stay as they are. */
export function plainText(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false }
}
