import PQueue from 'p-queue'
import { patience } from './patience.ts'

/** Who waits for whom. */
export type Turns = {
  /**
   * Resolves when a message may be sent to a channel: they go at the pace that Slack takes, and what is urgent has the next turn. Undefined
   * where too many wait already.
   */
  readonly inChannel: (channelId: string, isUrgent: boolean) => Promise<void> | undefined
}

/**
 * Creates the queues of one workspace. Who has waited longest goes first, so newcomers are turned away where too many wait.
 *
 * A turn is over when the next message may be sent, whatever becomes of its own: one that hangs holds up nobody. The queue's own
 * intervals would not do: they are fixed windows, in which two may follow each other at once.
 */
export function createTurns(): Turns {
  const channels = new Map<string, PQueue>()

  return {
    inChannel: (channelId, isUrgent) => {
      const channel = channels.get(channelId) ?? open(channelId)
      if (!isUrgent && channel.size >= patience.maxWaitingInChannel) return undefined
      return new Promise((begin, reject) => {
        const turn = async () => {
          begin()
          await new Promise<void>((end) => {
            setTimeout(end, patience.betweenMessagesMs).unref()
          })
        }
        channel.add(turn, { priority: isUrgent ? 1 : 0 }).catch(reject)
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
