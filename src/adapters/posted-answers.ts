import { createShortMemory } from './short-memory.ts'

const minuteMs = 60_000

/** The messages of one answer, in one channel. */
export type Posted = { readonly channelId: string; readonly messageIds: readonly string[] }

/**
 * Remembers which messages answer which question, in memory and without people or texts, so that a public answer goes
 * when its question does.
 */
export function createPostedAnswers({ max = 10_000, ttlMs = 24 * 60 * minuteMs } = {}) {
  const byQuestion = createShortMemory<Posted>({ max, ttlMs })
  const byMessage = createShortMemory<Posted>({ max, ttlMs })
  const deleted = createShortMemory<true>({ max, ttlMs: minuteMs })

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
