import type { Channel, ChannelOptions } from './channel.ts'
import type { World } from './world.ts'

/** Whether a person is in a channel. */
export function isMember({ members }: Channel, userId: string): boolean {
  return members?.includes(userId) ?? true
}

/** Makes a channel. */
export function addChannel(world: World, options: ChannelOptions = {}): Channel {
  const id = world.newId('C')
  const { name = id.toLowerCase(), private: isPrivate = false, hasBot = true, members } = options
  const channel: Channel = {
    id,
    name,
    kind: isPrivate ? 'group' : 'channel',
    members: members?.map((each) => each.id),
    hasBot,
  }
  world.channels.set(id, channel)
  return channel
}

/** The direct messages between these people, or between this person and the bot. */
export function directMessages(world: World, members: readonly string[]): Channel {
  const known = [...world.channels.values()].find(
    ({ kind, members: there }) => kind === 'im' && there?.join() === members.join(),
  )
  if (known !== undefined) return known

  const id = world.newId('D')
  const channel: Channel = { id, name: 'directmessage', kind: 'im', members, hasBot: members.length === 1 }
  world.channels.set(id, channel)
  return channel
}

/** What Slack calls a channel in commands and shortcuts. */
export function publicName({ kind, name }: Channel): string {
  if (kind === 'im') return 'directmessage'
  return kind === 'group' ? 'privategroup' : name
}
