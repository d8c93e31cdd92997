import { createShortMemory } from '../short-memory.ts'
import { patience } from './patience.ts'

/** Remembers, by ids of messages alone, the threads that the bot was asked in: follow-ups there need no new mention. */
export function createFollowedThreads() {
  const threads = createShortMemory<true>({ max: patience.maxRemembered, ttlMs: patience.threadMs })

  return {
    follow: (thread: ThreadOf) => void threads.set(keyOf(thread), true),
    isFollowed: (thread: ThreadOf) => threads.has(keyOf(thread)),
  }
}

/** What names a thread across workspaces. */
export type ThreadOf = {
  readonly workspace: { readonly id: string }
  readonly channelId: string
  readonly threadTs: string
}

/** A thread as one key. */
export function keyOf({ workspace, channelId, threadTs }: ThreadOf): string {
  return `${workspace.id} ${channelId} ${threadTs}`
}

export type FollowedThreads = ReturnType<typeof createFollowedThreads>
