import type { Channel } from './channel.ts'
import type { Ephemeral, Message, SuggestedPrompts, View } from './message.ts'
import type { World } from './world.ts'

/** How tests look at what there is to see. */
export type Watching = {
  /** The messages of a channel, in order; with a person, also those that this person alone sees. */
  readonly visible: (channel: Channel, userId?: string) => readonly (Message | Ephemeral)[]
  /** The messages of a thread that everybody sees, its first among them. */
  readonly thread: (channel: Channel, ts: string) => readonly Message[]
  /** What this person alone saw and still can see, in every channel, in order. */
  readonly ephemerals: (userId: string) => readonly Ephemeral[]
  readonly views: {
    readonly home: (userId: string) => View | undefined
    /** The open modals, the one on top last. */
    readonly modals: (userId: string) => readonly View[]
  }
  /** The prompts over the Messages tab, as last set. */
  readonly suggestedPrompts: (channel: Channel) => SuggestedPrompts | undefined
}

/** Makes the eyes for a world. */
export function createWatching(world: World): Watching {
  const messagesOf = ({ id }: Channel) => [...world.messages.values()].filter(({ channel }) => channel === id)
  const ephemerals = (userId: string) => [...world.ephemerals.values()].filter(({ onlyFor }) => onlyFor === userId)

  return {
    visible: (channel, userId = '') => {
      const there = [...messagesOf(channel), ...ephemerals(userId).filter((each) => each.channel === channel.id)]
      return there.toSorted((one, other) => (one.ts < other.ts ? -1 : 1))
    },
    thread: (channel, ts) => messagesOf(channel).filter((each) => each.ts === ts || each.thread_ts === ts),
    ephemerals,
    views: { home: (userId) => world.homes.get(userId), modals: (userId) => world.modals.get(userId) ?? [] },
    suggestedPrompts: ({ id }) => world.prompts.get(id),
  }
}
