import type { types } from '@slack/bolt'
import { numberButtons } from './number-buttons.ts'

/** What chat.postMessage, chat.postEphemeral and a response address take, beside where it goes. */
export type MessageBody = {
  /** Everything that is to be read in the blocks, as plain text: notifications and screen readers take this. */
  readonly text: string
  readonly blocks: readonly types.KnownBlock[]
  readonly unfurl_links: false
  readonly unfurl_media: false
  readonly link_names: false
  readonly parse: 'none'
  readonly mrkdwn: false
}

/** Makes a message without previews, in which nothing of the text is taken for a name, an address or a mark. */
export function messageBody(text: string, blocks: readonly types.KnownBlock[], language?: string): MessageBody {
  return {
    text,
    blocks: numberButtons(blocks, language),
    unfurl_links: false,
    unfurl_media: false,
    link_names: false,
    parse: 'none',
    mrkdwn: false,
  }
}
