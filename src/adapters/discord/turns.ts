import PQueue from 'p-queue'
import { patience } from './patience.ts'

/** Lets a task wait until it is its turn. */
export type Turn = <Result>(task: () => Promise<Result>) => Promise<Result>

/** Who waits for whom. */
export type Turns = {
  /** Messages of one channel go one after the other, as Discord takes them; what is urgent has the next turn. */
  readonly inChannel: (channelId: string, isUrgent: boolean) => Turn
  /** Everything else that is not urgent. */
  readonly anywhere: Turn
  /** Requests wait already, so that a courtesy can be left out. */
  readonly isBusy: () => boolean
  /** How much waits. */
  readonly length: () => number
}

/** Creates the queues: requests of all channels keep below Discord's limit, so that there is always room for an urgent one. */
export function createTurns(): Turns {
  const all = new PQueue({ interval: 1000, intervalCap: patience.maxPerSecond })
  const channels = new Map<string, PQueue>()
  const anywhere: Turn = (task) => add(all, task)

  return {
    anywhere,
    isBusy: () => all.size > 0,
    length: () => [all, ...channels.values()].reduce((sum, { size }) => sum + size, 0),
    inChannel: (channelId, isUrgent) => (task) => {
      const channel = channels.get(channelId) ?? open(channelId)
      return isUrgent ? add(channel, task, 1) : add(channel, () => anywhere(task))
    },
  }

  /** A channel in which nobody waits is forgotten. */
  function open(channelId: string): PQueue {
    const queue = new PQueue({ concurrency: 1 })
    queue.on('idle', () => channels.delete(channelId))
    channels.set(channelId, queue)
    return queue
  }
}

/** As an object, since the queue gives nothing where a task has timed out, which none does. */
async function add<Result>(queue: PQueue, task: () => Promise<Result>, priority = 0): Promise<Result> {
  const { result } = await queue.add(async () => ({ result: await task() }), { priority, throwOnTimeout: true })
  return result
}
