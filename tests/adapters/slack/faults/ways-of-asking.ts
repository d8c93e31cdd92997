import type { Channel } from '../../../stand-ins/slack/channel.ts'
import type { Delivery } from '../../../stand-ins/slack/delivery.ts'
import type { Ephemeral, Message, View } from '../../../stand-ins/slack/message.ts'
import type { Person } from '../../../stand-ins/slack/person.ts'
import type { SlackStandIn } from '../../../stand-ins/slack/slack-stand-in.ts'

/** Ways in which something is wanted of the bot. */
export const surfaces = ['command', 'mention', 'direct', 'shortcut', 'button', 'topic', 'home', 'messages'] as const

export type Surface = (typeof surfaces)[number]

/** The method that carries the answer of each way. */
export const methodOf = {
  command: 'response_url',
  mention: 'chat.postMessage',
  direct: 'chat.postMessage',
  shortcut: 'response_url',
  button: 'response_url',
  topic: 'views.open',
  home: 'views.publish',
  messages: 'assistant.threads.setSuggestedPrompts',
} as const satisfies Readonly<Record<Surface, string>>

/** Who asks where, and what. */
export type Place = {
  readonly surface: Surface
  readonly isUrgent: boolean
  readonly person: Person
  readonly channel: Channel
  /** What the person says, if anything; it must stand in no log. */
  readonly text: string
}

type Deed = () => Delivery | undefined

/** Prepares asking in each way; what it gives does it, and where it is one delivery tells which. */
export const waysOfAsking: Readonly<Record<Surface, (slack: SlackStandIn, place: Place) => Promise<Deed> | Deed>> = {
  command:
    (_, { person, channel, text }) =>
    () =>
      person.command(`/ask ${text}`, channel),

  mention:
    (_, { person, channel, text }) =>
    () =>
      void person.mention(text, { channel }),

  direct:
    (_, { person, channel, text }) =>
    () =>
      void person.write(text, { channel }),

  shortcut: (_, { person, channel, text }) => {
    const message = person.write(text, { channel })
    return () => person.shortcut(message)
  },

  /** The button on a line about help, else one under an answer that leads to another. */
  button: async (slack, { person, channel, text, isUrgent }) => {
    if (isUrgent) person.mention(text, { channel })
    else person.command(`/ask ${text}`, channel)
    const shown = await slack.until(() => {
      const [first] = isUrgent
        ? slack.visible(channel, person.id).filter(({ bot_id, onlyFor }: Partial<Ephemeral>) => bot_id && !onlyFor)
        : slack.ephemerals(person.id)
      return first
    }, 'something with a button')
    // The card follows the line.
    if (isUrgent) await slack.until(() => slack.ephemerals(person.id).length > 0, 'the card')
    return () => person.press(shown, isUrgent ? 'Show it to me' : firstButton(shown))
  },

  topic: async (slack, { person }) => {
    person.opensHome()
    const home = await slack.until(() => slack.views.home(person.id), 'the home tab')
    return () => person.press(home, firstButton(home))
  },

  home:
    (_, { person }) =>
    () =>
      person.opensHome(),

  messages:
    (_, { person }) =>
    () =>
      person.opensMessages(),
}

/** The label of the first button that leads to another answer. */
function firstButton({ blocks }: Message | View): string {
  const [label] = blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .flatMap((each) =>
      each.type === 'button' && /^(?:passage|question):/.test(each.value ?? '') ? [each.text.text] : [],
    )
  if (label === undefined) throw new Error('There is no button to press')
  return label
}
