import PQueue from 'p-queue'
import { patience } from './patience.ts'

/** A turn to send one message; to be called when Slack has answered. */
export type Turn = () => void

/** Who goes before whom. */
export type Rank = keyof typeof ranks

/** Who waits for whom. */
export type Turns = {
  /**
   * Resolves when a message may be sent to a channel: they go at the pace that Slack takes, the highest rank first. Undefined
   * where too many wait already.
   */
  readonly inChannel: (channelId: string, rank: Rank) => Promise<Turn> | undefined
  /** How many messages wait. */
  readonly length: () => number
}

/**
 * Creates the queues of one workspace. Who has waited longest goes first, so newcomers are turned away where too many wait.
 *
 * The pace counts from Slack's answer, since nobody knows when a message has arrived before; a call without one holds up the next for a short
 * while only. The queue's own intervals would not do: they are fixed windows, in which two may follow each other at once.
 */
export function createTurns(): Turns {
  const channels = new Map<string, PQueue>()

  return {
    length: () => [...channels.values()].reduce((sum, { size }) => sum + size, 0),
    inChannel: (channelId, rank) => {
      const channel = channels.get(channelId) ?? open(channelId)
      const { priority, maxWaiting } = ranks[rank]
      if (channel.size >= maxWaiting) return undefined
      return new Promise((begin, reject) => {
        const turn = async () => {
          await Promise.race([new Promise<void>(begin), pass(patience.turnWithinMs)])
          await pass(patience.betweenMessagesMs)
        }
        channel.add(turn, { priority }).catch(reject)
      })
    },
  }

  /** A channel in which nobody waits, and the pace neither, is forgotten. */
  function open(channelId: string): PQueue {
    const queue = new PQueue({ concurrency: 1 })
    queue.on('idle', () => channels.delete(channelId))
    channels.set(channelId, queue)
    return queue
  }
}

/** No flood of one kind keeps out the more important ones. */
const ranks = {
  first: { priority: 2, maxWaiting: patience.maxUrgentInChannel },
  urgent: { priority: 1, maxWaiting: patience.maxUrgentInChannel },
  ordinary: { priority: 0, maxWaiting: patience.maxWaitingInChannel },
} as const

function pass(ms: number): Promise<void> {
  return new Promise((end) => {
    setTimeout(end, ms).unref()
  })
}
