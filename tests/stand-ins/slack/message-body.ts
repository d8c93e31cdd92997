import type { types } from '@slack/bolt'
import { escapeTyped } from './messages.ts'

/** A message without faults, with these buttons and options of a list. */
export function messageBody(
  text: string,
  { buttons = [], options = [] }: { readonly buttons?: readonly string[]; readonly options?: readonly string[] } = {},
): { text: string; blocks: types.KnownBlock[]; unfurl_links: false; unfurl_media: false; link_names: false } {
  const blocks: types.KnownBlock[] = [{ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }]
  if (buttons.length > 0)
    blocks.push({
      type: 'actions',
      elements: buttons.map((label, at) => ({
        type: 'button',
        action_id: `button-${at}`,
        value: `value-${at}`,
        text: plain(label),
      })),
    })
  if (options.length > 0)
    blocks.push({
      type: 'actions',
      elements: [
        {
          type: 'static_select',
          action_id: 'list',
          placeholder: plain('Choose'),
          options: options.map((label, at) => ({ text: plain(label), value: `option-${at}` })),
        },
      ],
    })
  return {
    text: escapeTyped([text, ...buttons, ...options].join('\n')),
    blocks,
    unfurl_links: false,
    unfurl_media: false,
    link_names: false,
  }
}

function plain(words: string): types.PlainTextElement {
  return { type: 'plain_text', text: words, emoji: false }
}
