import type { Channel } from './channel.ts'
import { directMessages, isMember } from './members.ts'
import type { Message } from './message.ts'
import { addMessage, botMessage, changeMessage, removeMessage, showTo, withBlockIds } from './messages.ts'
import { type Args, type Method, textArg } from './method.ts'
import { SlackError } from './slack-error.ts'
import { messageKey, type World } from './world.ts'

/** The methods that write, change and delete messages. */
export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': {
    token: 'bot',
    scope: 'chat:write',
    badArguments: 'invalid_blocks',
    run: (world, args) => {
      const channel = writableChannel(world, args)
      requireText(args)
      const message = addMessage(world, newMessage(world, channel, args))
      return { channel: channel.id, ts: message.ts, message }
    },
  },
  'chat.postEphemeral': {
    token: 'bot',
    scope: 'chat:write',
    badArguments: 'invalid_blocks',
    run: (world, args) => {
      const channel = writableChannel(world, args)
      const user = textArg(args, 'user')
      if (!world.people.has(user) || !isMember(channel, user)) throw new SlackError('user_not_in_channel')
      requireText(args)
      const message = newMessage(world, channel, args)
      showTo(world, user, message)
      return { message_ts: message.ts }
    },
  },
  'chat.update': {
    token: 'bot',
    scope: 'chat:write',
    badArguments: 'invalid_blocks',
    run: (world, args) => {
      const message = ownMessage(world, args, 'cant_update_message')
      requireText(args)
      const text = textArg(args, 'text')
      changeMessage(world, message, { text, blocks: withBlockIds(world, args['blocks']) })
      return { channel: message.channel, ts: message.ts, text }
    },
  },
  'chat.delete': {
    token: 'bot',
    scope: 'chat:write',
    run: (world, args) => {
      const message = ownMessage(world, args, 'cant_delete_message')
      removeMessage(world, message)
      return { channel: message.channel, ts: message.ts }
    },
  },
}

function newMessage(world: World, channel: Channel, args: Args): Message {
  const { blocks, thread_ts: threadTs } = args
  if (threadTs !== undefined && !(typeof threadTs === 'string' && /^\d{10}\.\d{6}$/.test(threadTs)))
    throw new SlackError('invalid_thread_ts')
  return botMessage(world, channel.id, { text: textArg(args, 'text'), blocks, threadTs })
}

/** A private channel is not even known to those outside it (docs.slack.dev, chat.postMessage, 2026-11-23). */
function writableChannel(world: World, args: Args): Channel {
  const id = textArg(args, 'channel')
  const channel = world.people.has(id) ? directMessages(world, [id]) : world.channels.get(id)
  if (channel === undefined) throw new SlackError('channel_not_found')
  if (channel.hasBot) return channel
  throw new SlackError(channel.kind === 'channel' ? 'not_in_channel' : 'channel_not_found')
}

function ownMessage(world: World, args: Args, refusal: string): Message {
  const channel = world.channels.get(textArg(args, 'channel'))
  if (channel === undefined || (!channel.hasBot && channel.kind !== 'channel'))
    throw new SlackError('channel_not_found')
  const message = world.messages.get(messageKey(channel.id, textArg(args, 'ts')))
  if (message === undefined) throw new SlackError('message_not_found')
  if (message.bot_id !== world.app.botId) throw new SlackError(refusal)
  return message
}

function requireText({ text, blocks }: Args): void {
  if ((text === undefined || text === '') && blocks === undefined) throw new SlackError('no_text')
}
