import type { Bot } from '../../responder/bot.ts'
import type { DeletionProof } from '../deletion-proof.ts'
import type { PostedAnswers } from '../posted-answers.ts'
import type { Recent } from '../recent.ts'
import type { Asker, Pressing } from './asker.ts'
import type { Reply } from './reply.ts'

export type TakeBackParts = {
  readonly bot: Bot
  readonly recent: Recent
  readonly posted: PostedAnswers
  readonly proof: DeletionProof
  readonly reply: Reply
}

/** Deletes an answer for the person who asked for it; those who look after a workspace can delete any message without the bot. */
export type TakeBack = (pressing: Pressing, asker: Asker, proof: string) => Promise<void>

/** Builds deleting: all parts of the answer, and where the bot is no member the message that was pressed. */
export function createTakeBack({ bot, recent, posted, proof, reply: { replyNote } }: TakeBackParts): TakeBack {
  return async ({ container, message }, asker, shown) => {
    const { workspace, userId, channelId, target, language } = asker
    const { notes } = bot.chatWords(language)
    const ts = container?.message_ts ?? message?.ts
    const isTheirs = proof.isOf(shown, recent.key(workspace.id, userId))
    if (!isTheirs || ts === undefined || channelId === undefined) return replyNote(asker, notes['cannot-delete'])

    const answer = posted.withMessage(ts)
    // Time stamps are unique in one channel alone.
    const messageIds = answer?.channelId === channelId ? answer.messageIds : [ts]
    const results = await Promise.all(messageIds.map((id) => workspace.api.deleteMessage(channelId, id)))
    const isDeleted = results.every(({ fault }) => fault === undefined || fault === 'gone')
    const address = target.type === 'response' || target.type === 'thread' ? target.address : undefined
    const { fault } = isDeleted || address === undefined ? {} : await workspace.api.deleteOriginal(address)
    const isGone = isDeleted || (address !== undefined && fault === undefined)
    return isGone ? replyNote(besideThread(asker), notes.deleted) : replyNote(asker, notes['cannot-delete'])
  }
}

/** The answer may have been all that there was in its thread, and Slack shows nothing in a thread that is none any more. */
function besideThread(asker: Asker): Asker {
  const { target } = asker
  if (target.type !== 'response' || target.address === undefined) return asker
  return { ...asker, target: { ...target, address: { url: target.address.url } } }
}
