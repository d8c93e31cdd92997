import { createShortMemory } from '../short-memory.ts'
import { patience } from './patience.ts'

/** The messages of one answer, in one channel. */
export type Posted = { readonly channelId: string; readonly messageIds: readonly string[] }

/**
 * Remembers which messages answer which question, in memory and without people or texts, so that a public answer goes
 * when its question does.
 */
export function createPostedAnswers() {
  const byQuestion = createShortMemory<Posted>({ max: patience.maxPosted, ttlMs: patience.postedMs })
  const byMessage = createShortMemory<Posted>({ max: patience.maxPosted, ttlMs: patience.postedMs })
  const deleted = createShortMemory<true>({ max: patience.maxPosted, ttlMs: patience.deletedMs })

  return {
    /** Notes an answer; false where its question has been deleted meanwhile. */
    note(posted: Posted, questionId?: string): boolean {
      for (const id of posted.messageIds) byMessage.set(id, posted)
      if (questionId === undefined) return true
      byQuestion.set(questionId, posted)
      return !deleted.has(questionId)
    },

    /** The answer to a question that is deleted now. */
    take(questionId: string): Posted | undefined {
      deleted.set(questionId, true)
      const posted = byQuestion.get(questionId)
      byQuestion.delete(questionId)
      return posted
    },

    isDeleted: (questionId: string): boolean => deleted.has(questionId),

    /** All messages of the answer that a message belongs to. */
    withMessage: (messageId: string): Posted | undefined => byMessage.get(messageId),
  }
}

export type PostedAnswers = ReturnType<typeof createPostedAnswers>
