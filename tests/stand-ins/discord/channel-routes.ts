import { type APIMessage, MessageType } from 'discord.js'
import { createBotMessage, editBotMessage } from './bot-message.ts'
import { botIsIn, botMaySend } from './bot-permissions.ts'
import { type Channel, channelPayload } from './channel.ts'
import type { Checks } from './checks.ts'
import type { MessageBody } from './message-body.ts'
import { addMessage, findMessage, removeMessages, replaceMessage } from './message-store.ts'
import { openDirectMessages } from './places.ts'
import { RestError } from './rest-error.ts'
import { type Reply, type Route, route } from './route.ts'
import type { World } from './world.ts'

/** The addresses with which the bot writes in channels as a member of them. */
export function channelRoutes(world: World, checks: Checks): readonly Route[] {
  const byNonce = new Map<string, string>()

  return [
    route('POST', '/users/@me/channels', ({ body }) => {
      const person = world.people.get((body as { readonly recipient_id?: string }).recipient_id ?? '')
      if (person === undefined) throw new RestError('invalidRecipient')
      return { status: 200, body: channelPayload(world, openDirectMessages(world, person)) }
    }),
    route('POST', '/channels/:channel/typing', ({ params }) => {
      mayWrite(world, enter(world, params.channel))
      return { status: 204 }
    }),
    route('POST', '/channels/:channel/messages', ({ params, body }) => {
      checks.message(body, 'create')
      const channel = enter(world, params.channel)
      mayWrite(world, channel)
      return post(world, channel, body as MessageBody, byNonce)
    }),
    route('PATCH', '/channels/:channel/messages/:message', ({ params, body }) => {
      checks.message(body, 'edit')
      const channel = enter(world, params.channel)
      const message = messageIn(world, channel, params.message)
      if (message.author.id !== world.bot.id) throw new RestError('notYourMessage')
      return { status: 200, body: replaceMessage(world, editBotMessage(world, message, body as MessageBody)) }
    }),
    route('DELETE', '/channels/:channel/messages/:message', ({ params }) => {
      const channel = enter(world, params.channel)
      const message = messageIn(world, channel, params.message)
      if (message.author.id !== world.bot.id)
        throw new RestError(channel.guild === undefined ? 'notInDirectMessages' : 'missingPermissions')
      removeMessages(world, [message.id])
      return { status: 204 }
    }),
  ]
}

/** A channel in which the bot is. */
function enter(world: World, id: string): Channel {
  const channel = world.channels.get(id)
  if (channel === undefined) throw new RestError('unknownChannel')
  if (!botIsIn(world, channel)) throw new RestError('missingAccess')
  return channel
}

function mayWrite(world: World, channel: Channel): void {
  if (!botMaySend(world, channel)) throw new RestError('missingPermissions')
  if (channel.locked) throw new RestError('archivedThread')
  if (channel.recipients.some(({ blocksBot }) => blocksBot)) throw new RestError('blocked')
}

function post(world: World, channel: Channel, body: MessageBody, byNonce: Map<string, string>): Reply {
  const { nonce, enforce_nonce: enforced } = body
  const key = `${channel.id} ${nonce}`
  const twin = enforced === true && nonce != null ? world.messages.get(byNonce.get(key) ?? '') : undefined
  if (twin !== undefined) return { status: 200, body: twin.message }

  const message = {
    ...createBotMessage(world, channel, body, replyOrigin(world, channel, body)),
    ...(nonce != null && { nonce }),
  }
  byNonce.set(key, message.id)
  return { status: 200, body: addMessage(world, { message }) }
}

/** A reply to a message that is gone is refused, unless the bot says that it may then stand alone. */
function replyOrigin(world: World, channel: Channel, { message_reference: reference }: MessageBody) {
  if (!reference) return {}
  const stored = world.messages.get(reference.message_id)
  const isThere = stored?.message.channel_id === channel.id && stored.onlyFor === undefined
  if (!isThere && reference.fail_if_not_exists !== false) throw new RestError('invalidForm')
  if (!isThere) return {}

  return {
    type: MessageType.Reply,
    message_reference: { type: 0, channel_id: channel.id, message_id: reference.message_id },
    referenced_message: stored.message,
  }
}

/** A message of a channel; one that only one person sees is not among them. */
function messageIn(world: World, channel: Channel, id: string): APIMessage {
  const { message, onlyFor } = findMessage(world, id)
  if (message.channel_id !== channel.id || onlyFor !== undefined) throw new RestError('unknownMessage')
  return message
}
