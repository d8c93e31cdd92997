import { createShortMemory } from '../short-memory.ts'
import { patience } from './patience.ts'

/** Remembers the threads that the bot was asked in, where follow-ups need no new mention, and for a short while who asked there. */
export function createFollowedThreads() {
  const threads = createShortMemory<true>({ max: patience.maxRemembered, ttlMs: patience.threadMs })
  const askers = createShortMemory<true>({ max: patience.maxRemembered, ttlMs: patience.askerMs })

  return {
    /** `person` is a key of `Recent`. */
    follow: (thread: ThreadOf, person: string): void => {
      threads.set(keyOf(thread), true)
      askers.set(`${keyOf(thread)} ${person}`, true)
    },
    isFollowed: (thread: ThreadOf) => threads.has(keyOf(thread)),
    hasAsked: (thread: ThreadOf, person: string) => askers.has(`${keyOf(thread)} ${person}`),
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
