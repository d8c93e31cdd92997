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
      return add(channel, task, isUrgent ? 1 : 0)
    },
  }

  /** A channel is forgotten once nobody has waited there for longer than the pace asks for. */
  function open(channelId: string): PQueue {
    const interval = patience.betweenMessagesMs
    const queue = new PQueue({ concurrency: 1, interval, intervalCap: 1 })
    queue.on('idle', () => {
      setTimeout(() => {
        if (queue.size + queue.pending === 0) channels.delete(channelId)
      }, interval).unref()
    })
    channels.set(channelId, queue)
    return queue
  }
}

/** As an object, since the queue gives nothing where a task has timed out, which none does. */
async function add<Result>(queue: PQueue, task: () => Promise<Result>, priority: number): Promise<Result> {
  const { result } = await queue.add(async () => ({ result: await task() }), { priority, throwOnTimeout: true })
  return result
}
