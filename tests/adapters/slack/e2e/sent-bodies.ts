import type { types } from '@slack/bolt'
import type { Call } from '../../../stand-ins/slack/journal.ts'

/** What the bot wants people to see: a message with its plain text, or a view, which has none. */
export type SentBody = { readonly text?: string; readonly blocks: readonly types.KnownBlock[] }

/** The messages and views among the calls of the bot, as it sent them. */
export function sentBodies(calls: readonly Call[]): readonly SentBody[] {
  return calls.flatMap(({ method, args }): readonly SentBody[] => {
    if (args['delete_original'] === true) return []
    if (withMessage.has(method)) return [args as SentBody]
    return withView.has(method) ? [args['view'] as SentBody] : []
  })
}

const withMessage: ReadonlySet<string> = new Set([
  'chat.postMessage',
  'chat.postEphemeral',
  'chat.update',
  'response_url',
])
const withView: ReadonlySet<string> = new Set(['views.publish', 'views.open', 'views.update'])
