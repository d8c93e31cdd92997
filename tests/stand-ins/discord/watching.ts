import { setTimeout as sleep } from 'node:timers/promises'
import type { APIMessage } from 'discord.js'
import type { Waiting } from '../waiting.ts'
import type { Journal, RecordedRequest } from './journal.ts'
import type { World } from './world.ts'

/** How tests look at what the bot did, and wait for it, never for long. */
export type Watching = {
  /** The messages of a channel that everybody there sees, in order. */
  readonly visible: (channelId: string) => readonly APIMessage[]
  /** What the bot let this person alone see, in order: ephemeral messages and direct ones. */
  readonly privateTo: (userId: string) => readonly APIMessage[]
  /** The first request that fits, made before now or later. */
  readonly waitFor: (
    predicate: (request: RecordedRequest) => boolean,
    what: string,
    ms?: number,
  ) => Promise<RecordedRequest>
  /** The next message of the bot in a channel, from now on. */
  readonly nextMessage: (channelId: string, ms?: number) => Promise<APIMessage>
  /** Resolves when no request has come for that long, and rejects if that takes more than ten seconds longer. */
  readonly quiet: (ms: number) => Promise<void>
}

/** Makes the eyes for a world. */
export function createWatching(
  world: World,
  waiting: Waiting,
  { requests, lastRequestAt }: Pick<Journal, 'requests' | 'lastRequestAt'>,
  signal: AbortSignal,
): Watching {
  const visible = (channelId: string) =>
    [...world.messages.values()]
      .filter(({ message, onlyFor }) => onlyFor === undefined && message.channel_id === channelId)
      .map(({ message }) => message)

  return {
    visible,
    privateTo: (userId) =>
      [...world.messages.values()]
        .filter(({ message, onlyFor }) => onlyFor === userId || isDirect(world, message, userId))
        .map(({ message }) => message),
    waitFor: (predicate, what, ms) => waiting.until(() => requests.find(predicate), what, ms),
    nextMessage: (channelId, ms) => {
      const before = new Set(visible(channelId).map(({ id }) => id))
      const find = () => visible(channelId).find(({ id, author }) => author.id === world.bot.id && !before.has(id))
      return waiting.until(find, `a message in channel ${channelId}`, ms)
    },
    quiet: (ms) => settle(ms, performance.now(), lastRequestAt, signal),
  }
}

async function settle(ms: number, from: number, lastRequestAt: () => number, signal: AbortSignal): Promise<void> {
  const now = performance.now()
  const left = Math.max(from, lastRequestAt()) + ms - now
  if (left <= 0) return
  if (now > from + ms + 10_000) throw new Error(`Waited for ${ms} ms without a request, in vain`)
  await sleep(left, undefined, { signal })
  return settle(ms, from, lastRequestAt, signal)
}

function isDirect(world: World, { author, channel_id }: APIMessage, userId: string): boolean {
  const channel = world.channels.get(channel_id)
  return channel?.kind === 'dm' && author.id === world.bot.id && channel.recipients.some(({ id }) => id === userId)
}
