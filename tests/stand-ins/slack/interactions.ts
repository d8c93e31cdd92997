import type { Channel } from './channel.ts'
import { currentPlace, type Place } from './current-place.ts'
import type { Delivery } from './delivery.ts'
import { channelFor, threadFacts } from './events.ts'
import { findAction } from './find-action.ts'
import { publicName } from './members.ts'
import type { Ephemeral, Message, View } from './message.ts'
import { respond } from './response-addresses.ts'
import { viewPayload } from './views.ts'
import { messageKey, type Profile, type World } from './world.ts'

/** Somebody types a command. */
export function useCommand(world: World, person: Profile, text: string, channel: Channel): Delivery {
  const at = channelFor(world, channel.id, person.id)
  const [command = '', ...rest] = text.split(' ')
  if (!command.startsWith('/')) throw new Error(`"${text}" is no command`)

  const { team, app } = world
  const address = { user: person.id, channel: at.id, original: undefined }
  const body = {
    token: 'fake-verification-token',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: at.id,
    channel_name: publicName(at),
    user_id: person.id,
    user_name: person.name,
    command,
    text: rest.join(' '),
    api_app_id: app.id,
    is_enterprise_install: String(app.orgWide),
    ...(team.enterprise !== undefined && { enterprise_id: team.enterprise, enterprise_name: 'Fake Organisation' }),
    response_url: world.newResponseAddress(address),
    trigger_id: world.newTrigger(person.id),
  }
  return world.deliver('slash_commands', command, body, (payload) => {
    if (isRecord(payload) && (payload['text'] !== undefined || payload['blocks'] !== undefined))
      respond(world, { ...address, at: performance.now(), uses: 0 }, payload)
  })
}

/** Somebody uses a message shortcut. */
export function useShortcut(world: World, person: Profile, message: Message, callbackId: string): Delivery {
  const channel = channelFor(world, message.channel, person.id)
  const now = world.messages.get(messageKey(message.channel, message.ts))
  if (now === undefined) throw new Error(`There is no message ${message.ts} any more`)

  const ts = world.newTs()
  return world.deliver('interactive', 'message_action', {
    ...interactionFacts(world, person),
    type: 'message_action',
    callback_id: callbackId,
    action_ts: ts,
    message_ts: now.ts,
    channel: { id: channel.id, name: publicName(channel) },
    message: now,
    response_url: world.newResponseAddress({ user: person.id, channel: channel.id, original: undefined }),
  })
}

/** Somebody presses a button with this label or chooses the option with this label. */
export function useElement(
  world: World,
  person: Profile,
  place: Place,
  kind: 'button' | 'static_select',
  label: string,
): Delivery {
  const now = currentPlace(world, person, place)
  const action = findAction(now.blocks, kind, label)
  const isView = now.type !== 'message'
  return world.deliver('interactive', 'block_actions', {
    ...interactionFacts(world, person),
    type: 'block_actions',
    ...(isView ? viewFacts(world, now) : messageFacts(world, person, now)),
    state: { values: {} },
    actions: [{ ...action, action_ts: world.newTs() }],
  })
}

function interactionFacts(world: World, { id, name, team: theirs }: Profile): object {
  const { team, app } = world
  const enterprise = team.enterprise === undefined ? null : { id: team.enterprise, name: 'Fake Organisation' }
  const inOrganisation = enterprise !== null && { enterprise_id: enterprise.id, enterprise_name: enterprise.name }
  return {
    token: 'fake-verification-token',
    api_app_id: app.id,
    user: { id, username: name, name, team_id: theirs },
    // An app that belongs to the whole organisation is told of no workspace (Bolt's types have null, 5.1.0).
    team: app.orgWide ? null : { id: team.id, domain: team.domain, ...inOrganisation },
    enterprise,
    is_enterprise_install: app.orgWide,
    trigger_id: world.newTrigger(id),
  }
}

function messageFacts(world: World, person: Profile, message: Message | Ephemeral): object {
  const { channel: id, ts, thread_ts } = message
  const channel = channelFor(world, id, person.id)
  const isEphemeral = 'onlyFor' in message
  return {
    channel: { id, name: publicName(channel) },
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: id,
      is_ephemeral: isEphemeral,
      ...(thread_ts !== undefined && { thread_ts }),
    },
    ...(!isEphemeral && { message: { ...message, ...threadFacts(world, message) } }),
    response_url: world.newResponseAddress({ user: person.id, channel: id, original: ts }),
  }
}

function viewFacts(world: World, view: View): object {
  return { container: { type: 'view', view_id: view.id }, view: viewPayload(world, view) }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
