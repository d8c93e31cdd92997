import { randomUUID } from 'node:crypto'
import type { types } from '@slack/bolt'
import { tellChanged, tellDeleted, tellNew } from './events.ts'
import type { Message } from './message.ts'
import type { Where } from './person.ts'
import { messageKey, type Profile, type World } from './world.ts'

/** Keeps a new message and tells the app. */
export function addMessage(world: World, message: Message): Message {
  const channel = world.channels.get(message.channel)
  if (channel === undefined) throw new Error(`There is no channel ${message.channel}`)
  world.messages.set(messageKey(message.channel, message.ts), message)
  tellNew(world, channel, message)
  world.changed()
  return message
}

/** Puts a changed message in the place of the one it was. */
export function changeMessage(world: World, previous: Message, changes: Partial<Message>): Message {
  const channel = world.channels.get(previous.channel)
  if (channel === undefined) throw new Error(`There is no channel ${previous.channel}`)
  const editor = changes.user ?? previous.user ?? previous.bot_id ?? ''
  const message = { ...previous, ...changes, edited: { user: editor, ts: world.newTs() } }
  world.messages.set(messageKey(previous.channel, previous.ts), message)
  tellChanged(world, channel, message, previous)
  world.changed()
  return message
}

/** Takes a message away. */
export function removeMessage(world: World, message: Message): void {
  const channel = world.channels.get(message.channel)
  if (channel === undefined) throw new Error(`There is no channel ${message.channel}`)
  world.messages.delete(messageKey(message.channel, message.ts))
  world.removed.add(messageKey(message.channel, message.ts))
  tellDeleted(world, channel, message)
  world.changed()
}

/** A message as a person writes it. */
export function writtenMessage(world: World, author: Profile, text: string, where: Where): Message {
  const { channel, threadTs, broadcast = false, file } = where
  if (threadTs !== undefined && !world.messages.has(messageKey(channel.id, threadTs)))
    throw new Error(`There is no message ${threadTs} to answer in ${channel.name}`)

  return {
    type: 'message',
    channel: channel.id,
    ts: world.newTs(),
    ...(threadTs !== undefined && { thread_ts: threadTs }),
    user: author.id,
    team: author.team,
    text: escapeTyped(text),
    blocks: typedBlocks(world, text),
    client_msg_id: randomUUID(),
    ...(broadcast && { subtype: 'thread_broadcast' }),
    ...(file !== undefined && { subtype: 'file_share', files: [{ id: world.newId('F'), name: file }] }),
  }
}

/** A message of the app itself. */
export function botMessage(
  world: World,
  channel: string,
  {
    text,
    blocks,
    threadTs,
  }: { readonly text: string; readonly blocks: unknown; readonly threadTs: string | undefined },
): Message {
  const { team, app } = world
  if (threadTs !== undefined) lookAtThread(world, channel, threadTs)
  return {
    type: 'message',
    channel,
    ts: world.newTs(),
    ...(threadTs !== undefined && { thread_ts: threadTs }),
    user: app.botUser,
    bot_id: app.botId,
    app_id: app.id,
    team: team.id,
    text,
    blocks: withBlockIds(world, blocks),
  }
}

/** Shows a message to one person; in a thread that is not active nobody sees it (docs.slack.dev, chat.postEphemeral, 2026-11-23). */
export function showTo(world: World, user: string, message: Message): void {
  const { channel, ts, thread_ts } = message
  const isActive = [...world.messages.values()].some((each) => each.channel === channel && each.thread_ts === thread_ts)
  if (thread_ts === undefined || isActive) world.ephemerals.set(messageKey(channel, ts), { ...message, onlyFor: user })
  world.changed()
}

/** Blocks as Slack keeps them: each with an id. */
export function withBlockIds(world: World, blocks: unknown): readonly types.KnownBlock[] {
  const list = Array.isArray(blocks) ? (blocks as readonly types.KnownBlock[]) : []
  return list.map((block) => withBlockId(world, block))
}

function withBlockId(world: World, block: types.KnownBlock): types.KnownBlock {
  return { ...block, block_id: block.block_id ?? world.newId('b') }
}

/** What a person typed, as Slack passes it on: `& < >` are escaped, mentions and links are not. */
export function escapeTyped(text: string): string {
  return text
    .split(tokens)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    )
    .join('')
}

/** A thread is named by its first message, not by one of its replies (docs.slack.dev, chat.postMessage, 2026-11-23). */
function lookAtThread(world: World, channel: string, threadTs: string): void {
  const key = messageKey(channel, threadTs)
  const root = world.messages.get(key)
  if (root === undefined && !world.removed.has(key))
    world.problem(`thread_ts ${threadTs} names no message of ${channel}`)
  if (root?.thread_ts !== undefined && root.thread_ts !== threadTs)
    world.problem(`thread_ts ${threadTs} names a reply, not the first message of a thread`)
}

function typedBlocks(world: World, text: string): readonly types.KnownBlock[] {
  if (text === '') return []
  return [
    {
      type: 'rich_text',
      block_id: world.newId('b'),
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
    },
  ]
}

const tokens = /(<(?:[@#!][^<>]+|https?:[^<>]+)>)/
