import type { Channel } from './channel.ts'
import type { Delivery } from './delivery.ts'
import { isMember } from './members.ts'
import type { Message } from './message.ts'
import { messageKey, type World } from './world.ts'

/** Delivers an event in the envelope of the Events API. */
export function sendEvent(world: World, event: Readonly<Record<string, unknown>>, body: object = {}): Delivery {
  const { team, app } = world
  return world.deliver('events_api', String(event['type']), {
    token: 'fake-verification-token',
    team_id: team.id,
    ...(team.enterprise !== undefined && { enterprise_id: team.enterprise, context_enterprise_id: team.enterprise }),
    context_team_id: team.id,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: world.newId('Ev'),
    event_time: Math.floor(Date.now() / 1_000),
    authorizations: [
      {
        enterprise_id: team.enterprise ?? null,
        team_id: app.orgWide ? null : team.id,
        user_id: app.botUser,
        is_bot: true,
        is_enterprise_install: app.orgWide,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-fake-${world.newId('context')}`,
    ...body,
  })
}

/** Tells the app of a new message, as far as it may hear of it. */
export function tellNew(world: World, channel: Channel, message: Message): void {
  const body = { is_ext_shared_channel: message.team !== world.team.id }
  const shared = { ...threadFacts(world, message), event_ts: message.ts }
  if (hearsMention(world, channel, message)) sendEvent(world, mentionEvent(world, message), body)
  if (hears(world, channel)) {
    sendEvent(world, { ...message, ...shared, channel_type: channel.kind }, body)
  }
}

/** Tells the app that a message was changed. */
export function tellChanged(world: World, channel: Channel, message: Message, previous: Message): void {
  if (!namesApp(world, previous) && hearsMention(world, channel, message))
    sendEvent(world, mentionEvent(world, message))
  tellHidden(world, channel, { subtype: 'message_changed', message, previous_message: previous })
}

/** Tells the app that a message is gone. */
export function tellDeleted(world: World, channel: Channel, previous: Message): void {
  tellHidden(world, channel, { subtype: 'message_deleted', deleted_ts: previous.ts, previous_message: previous })
}

function tellHidden(world: World, channel: Channel, more: object): void {
  if (!hears(world, channel)) return
  const ts = world.newTs()
  sendEvent(world, {
    type: 'message',
    hidden: true,
    channel: channel.id,
    channel_type: channel.kind,
    ts,
    event_ts: ts,
    ...more,
  })
}

function hears(world: World, { kind, hasBot }: Channel): boolean {
  return hasBot && world.scopes.has(historyScope[kind])
}

/** There are no mentions in direct messages, and none of the app by itself (docs.slack.dev, app_mention, 2026-11-23). */
function hearsMention(world: World, { kind, hasBot }: Channel, message: Message): boolean {
  const isOther = message.user !== world.app.botUser && message.subtype !== 'bot_message'
  return kind !== 'im' && hasBot && isOther && namesApp(world, message) && world.scopes.has('app_mentions:read')
}

function namesApp(world: World, { text }: Message): boolean {
  return text.includes(`<@${world.app.botUser}>`)
}

/** A mention carries no subtype and no channel type. */
function mentionEvent(world: World, message: Message): Readonly<Record<string, unknown>> {
  const { subtype: _none, ...rest } = message
  const { root: _root, ...thread } = threadFacts(world, message)
  return { ...rest, type: 'app_mention', ...thread, event_ts: message.ts }
}

/** What an event or a press says of the thread that a message stands in. */
export function threadFacts(
  world: World,
  message: Message,
): { readonly parent_user_id?: string; readonly root?: Message } {
  if (message.thread_ts === undefined) return {}
  const root = world.messages.get(messageKey(message.channel, message.thread_ts))
  if (root === undefined) return {}
  return {
    ...(root.user !== undefined && { parent_user_id: root.user }),
    ...(message.subtype === 'thread_broadcast' && { root }),
  }
}

const historyScope = { channel: 'channels:history', group: 'groups:history', im: 'im:history' } as const

/** The channel, where the person is in it; throws where not. */
export function channelFor(world: World, id: string, userId: string): Channel {
  const channel = world.channels.get(id)
  if (channel === undefined || !isMember(channel, userId)) throw new Error(`${userId} is not in channel ${id}`)
  return channel
}
