import PQueue from 'p-queue'

/** Waits for a turn in a channel; what is urgent has the next one. */
export type Turns = (channelId: string, isUrgent: boolean) => <Result>(task: () => Promise<Result>) => Promise<Result>

/** Creates the queues, since Discord takes one message of a channel at a time; one that is empty is forgotten. */
export function createTurns(): Turns {
  const queues = new Map<string, PQueue>()

  return (channelId, isUrgent) => async (task) => {
    const queue = queues.get(channelId) ?? open(channelId)
    // As an object, since the queue gives nothing where a task has timed out, which none does.
    const { result } = await queue.add(async () => ({ result: await task() }), {
      priority: isUrgent ? 1 : 0,
      throwOnTimeout: true,
    })
    return result
  }

  function open(channelId: string): PQueue {
    const queue = new PQueue({ concurrency: 1 })
    queue.on('idle', () => queues.delete(channelId))
    queues.set(channelId, queue)
    return queue
  }
}
