import type { Channel } from '../../../stand-ins/slack/channel.ts'
import type { Ephemeral, Message, View } from '../../../stand-ins/slack/message.ts'
import type { Person, Where } from '../../../stand-ins/slack/person.ts'
import type { SlackStandIn } from '../../../stand-ins/slack/slack-stand-in.ts'
import { shown } from './shown.ts'

type More = Partial<Omit<Where, 'channel'>>

/** Somebody in a place, and what they do there. What the bot answers is the first message that they see come of it. */
export type Someone = {
  readonly person: Person
  readonly channel: Channel
  /** The same person elsewhere. */
  readonly goTo: (channel: Channel) => Someone
  /** The same person in the direct messages with the bot. */
  readonly inDirectMessages: () => Someone
  readonly write: (text: string, more?: More) => Message
  /** Writes a message that mentions the bot. */
  readonly mention: (text: string, more?: More) => Message
  /** Types `/ask` and this behind it. */
  readonly ask: (text: string) => Promise<Message | Ephemeral>
  readonly answerThis: (target: Message) => Promise<Message | Ephemeral>
  readonly press: (place: Message | Ephemeral | View, label: string) => Promise<Message | Ephemeral>
  /** Chooses what has this label from a list. */
  readonly choose: (place: Message | Ephemeral | View, label: string) => Promise<Message | Ephemeral>
  /** Opens the app's Home tab, and gives it once it is drawn anew. */
  readonly openHome: () => Promise<View>
  /** Presses or chooses in a view, and gives the modal that is drawn then. */
  readonly look: (view: View, label: string) => Promise<View>
}

/** Puts a person into a place. */
export function createSomeone(slack: SlackStandIn, person: Person, channel: Channel): Someone {
  const { ephemerals, visible, directMessages, until, views, app } = slack
  const seen = () => [
    ...ephemerals(person.id),
    ...visible(directMessages(person)).filter(({ bot_id: botId }) => botId === app.botId),
  ]
  const next = (act: () => unknown) => {
    const before = new Set(seen().map(keyOf))
    act()
    return until(() => seen().find((each) => !before.has(keyOf(each))), `what ${person.name} sees of it`)
  }

  return {
    person,
    channel,
    goTo: (elsewhere) => createSomeone(slack, person, elsewhere),
    inDirectMessages: () => createSomeone(slack, person, directMessages(person)),
    write: (text, more = {}) => person.write(text, { channel, ...more }),
    mention: (text, more = {}) => person.mention(text, { channel, ...more }),
    ask: (text) => next(() => person.command(`/ask ${text}`, channel)),
    answerThis: (target) => next(() => person.shortcut(target)),
    press: (place, label) => next(() => person.press(place, label)),
    choose: (place, label) => next(() => person.choose(place, label)),
    openHome: () => {
      const before = views.home(person.id)?.hash
      person.opensHome()
      const drawn = () => views.home(person.id)
      return until(() => drawn()?.hash !== before && drawn(), 'the Home tab')
    },
    look: (view, label) => {
      const top = () => views.modals(person.id).at(-1)
      const before = top()?.hash
      if (shown(view).buttons.includes(label)) person.press(view, label)
      else person.choose(view, label)
      return until(() => top()?.hash !== before && top(), 'a modal')
    },
  }
}

function keyOf({ channel, ts }: Message): string {
  return `${channel} ${ts}`
}
