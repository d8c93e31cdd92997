import type { Delivery } from './delivery.ts'
import { channelFor, sendEvent } from './events.ts'
import { useCommand, useElement, useShortcut } from './interactions.ts'
import { directMessages } from './members.ts'
import type { Message } from './message.ts'
import { addMessage, changeMessage, escapeTyped, removeMessage, writtenMessage } from './messages.ts'
import type { Person, PersonOptions, Where } from './person.ts'
import { viewPayload } from './views.ts'
import { messageKey, type Profile, type World } from './world.ts'

/** Makes somebody. */
export function addPerson(world: World, options: PersonOptions = {}): Person {
  const id = world.newId('U')
  const { name = `person-${id.slice(-5)}`, locale = 'en-US', guest = false, team = world.team.id } = options
  const profile: Profile = { id, name, locale, guest, team }
  world.people.set(id, profile)

  return {
    id,
    name,
    locale,
    write: (text, where) => write(world, profile, text, where),
    mention: (text, where) => write(world, profile, `<@${world.app.botUser}> ${text}`, where),
    command: (text, channel) => useCommand(world, profile, text, channel),
    press: (place, label) => useElement(world, profile, place, 'button', label),
    choose: (place, label) => useElement(world, profile, place, 'static_select', label),
    shortcut: (message, callbackId = 'answer_this') => useShortcut(world, profile, message, callbackId),
    opensHome: () => openApp(world, id, 'home'),
    opensMessages: () => openApp(world, id, 'messages'),
    edit: (message, text) => changeMessage(world, ownMessage(world, id, message), { text: escapeTyped(text) }),
    deleteMessage: (message) => removeMessage(world, ownMessage(world, id, message)),
  }
}

/** A bot of somebody else writes. */
export function botWrites(world: World, text: string, where: Where & { readonly oldStyle?: boolean }): Message {
  const profile = { id: 'U0FAKEBOT', name: 'other-bot', locale: 'en-US', guest: false, team: world.team.id }
  const { user, client_msg_id: _none, ...message } = writtenMessage(world, profile, text, where)
  return addMessage(world, {
    ...message,
    bot_id: 'B0FAKEBOT',
    app_id: 'A0FAKEBOT',
    ...(where.oldStyle === true ? { subtype: 'bot_message' } : { user: user ?? profile.id }),
  })
}

function write(world: World, author: Profile, text: string, where: Where): Message {
  channelFor(world, where.channel.id, author.id)
  return addMessage(world, writtenMessage(world, author, text, where))
}

function openApp(world: World, user: string, tab: 'home' | 'messages'): Delivery {
  const view = tab === 'home' ? world.homes.get(user) : undefined
  return sendEvent(world, {
    type: 'app_home_opened',
    user,
    channel: directMessages(world, [user]).id,
    tab,
    ...(view !== undefined && { view: viewPayload(world, view) }),
    event_ts: world.newTs(),
  })
}

function ownMessage(world: World, user: string, { channel, ts }: Message): Message {
  const message = world.messages.get(messageKey(channel, ts))
  if (message?.user !== user) throw new Error(`${user} has no message ${ts} there`)
  return message
}
