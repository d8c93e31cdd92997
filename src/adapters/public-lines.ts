import { createShortMemory } from './short-memory.ts'

/** A second line would point at people. */
const tenMinutesMs = 10 * 60_000

type Line = {
  /** Id that the button carries. */
  readonly held: string
  /** The messages whose questions are held under the button. */
  readonly questionIds: ReadonlySet<string>
  /** The line itself, once it stands. */
  readonly messageIds: readonly string[]
}

/**
 * Remembers where the public line about help stands, so that a channel, or a thread where each has its own, gets no second one within ten minutes.
 *
 * Messages that come meanwhile have their questions held under the same button; the line goes with the last of them.
 */
export function createPublicLines({ max = 10_000, ttlMs = tenMinutesMs } = {}) {
  const lines = createShortMemory<Line>({ max, ttlMs })
  const change = (channelId: string, line: Line) => void lines.set(channelId, line, { noUpdateTTL: true })

  return {
    /** Begins a line. */
    begin(channelId: string, held: string, questionId: string): void {
      lines.set(channelId, { held, questionIds: new Set([questionId]), messageIds: [] })
    },

    /** Joins a question to the line that stands in a channel, and gives the id of its button. */
    join(channelId: string, questionId: string): string | undefined {
      const line = lines.get(channelId)
      if (line !== undefined) change(channelId, { ...line, questionIds: new Set([...line.questionIds, questionId]) })
      return line?.held
    },

    /** Notes the messages that a line consists of; false where nobody needs it any more. */
    isPosted(channelId: string, held: string, messageIds: readonly string[]): boolean {
      const line = lines.get(channelId)
      if (line?.held !== held) return false
      change(channelId, { ...line, messageIds })
      return true
    },

    /** Takes a question that was deleted out of its line; gives what has to go with it, undefined where it is of no line. */
    leave(channelId: string, questionId: string): readonly string[] | undefined {
      const line = lines.get(channelId)
      if (line?.questionIds.has(questionId) !== true) return undefined
      const questionIds = new Set([...line.questionIds].filter((id) => id !== questionId))
      if (questionIds.size > 0) {
        change(channelId, { ...line, questionIds })
        return []
      }
      lines.delete(channelId)
      return line.messageIds
    },

    /** Forgets a line that could not be posted. */
    failed(channelId: string, held: string): void {
      if (lines.get(channelId)?.held === held) lines.delete(channelId)
    },

    /** Forgets a line that somebody has taken away. */
    removed(channelId: string, messageId: string): void {
      if (lines.get(channelId)?.messageIds.includes(messageId) === true) lines.delete(channelId)
    },
  }
}

export type PublicLines = ReturnType<typeof createPublicLines>
