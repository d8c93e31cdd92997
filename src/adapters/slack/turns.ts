import PQueue from 'p-queue'
import { patience } from './patience.ts'

/** Who waits for whom. */
export type Turns = {
  /**
   * Lets messages to one channel go one after the other, at the pace that Slack takes; what is urgent has the next turn. Undefined where
   * too many wait already.
   */
  readonly inChannel: <Result>(
    channelId: string,
    isUrgent: boolean,
    task: () => Promise<Result>,
  ) => Promise<Result> | undefined
}

/** Creates the queues of one workspace. Who has waited longest goes first, so newcomers are turned away where too many wait. */
export function createTurns(): Turns {
  const channels = new Map<string, PQueue>()

  return {
    inChannel: (channelId, isUrgent, task) => {
      const channel = channels.get(channelId) ?? open(channelId)
      if (!isUrgent && channel.size >= patience.maxWaitingInChannel) return undefined
      return take(channel, task, isUrgent ? 1 : 0)
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

/**
 * Gives what a task gives as soon as it is done, and the next one its turn when the pace allows.
 *
 * The queue's own intervals are fixed windows, in which two tasks may follow each other at once.
 */
function take<Result>(queue: PQueue, task: () => Promise<Result>, priority: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    const turn = async () => {
      const pace = new Promise<void>((done) => {
        setTimeout(done, patience.betweenMessagesMs).unref()
      })
      await task().then(resolve, reject)
      await pace
    }
    queue.add(turn, { priority }).catch(reject)
  })
}
