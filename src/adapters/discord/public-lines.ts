import { createShortMemory } from '../short-memory.ts'
import { patience } from './patience.ts'

type Line = {
  /** Id that the button carries. */
  readonly held: string
  readonly questionId: string
  /** The line itself, once it stands. */
  readonly messageIds: readonly string[]
  /** Whether people besides the first have their questions under the button. */
  readonly isShared: boolean
}

/**
 * Remembers where the public line about help stands, so that a channel gets no second one within ten minutes.
 *
 * People whose messages come meanwhile have their questions held under the same button.
 */
export function createPublicLines() {
  const lines = createShortMemory<Line>({ max: patience.maxPosted, ttlMs: patience.publicLineMs })

  return {
    stands(channelId: string, held: string, questionId: string): void {
      lines.set(channelId, { held, questionId, messageIds: [], isShared: false })
    },

    /** Notes the messages that the line consists of. */
    isPosted(channelId: string, questionId: string, messageIds: readonly string[]): void {
      const line = lines.get(channelId)
      if (line?.questionId === questionId) lines.set(channelId, { ...line, messageIds }, { noUpdateTTL: true })
    },

    /** Forgets a line that somebody has taken away. */
    isRemoved(channelId: string, messageId: string): void {
      if (lines.get(channelId)?.messageIds.includes(messageId) === true) lines.delete(channelId)
    },

    /** Joins somebody to the line that stands in a channel, and gives the id of its button. */
    join(channelId: string): string | undefined {
      const line = lines.get(channelId)
      if (line !== undefined) lines.set(channelId, { ...line, isShared: true }, { noUpdateTTL: true })
      return line?.held
    },

    /** Forgets the line of a question; false where it has to stay for others. */
    isGone(channelId: string, questionId: string): boolean {
      const line = lines.get(channelId)
      if (line?.questionId !== questionId) return true
      if (line.isShared) return false
      lines.delete(channelId)
      return true
    },
  }
}

export type PublicLines = ReturnType<typeof createPublicLines>
