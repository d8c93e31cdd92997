import type { Delivery } from '../../../stand-ins/slack/delivery.ts'
import type { Ephemeral, Message } from '../../../stand-ins/slack/message.ts'
import type { SlackStandIn } from '../../../stand-ins/slack/slack-stand-in.ts'
import { until } from '../../until.ts'
import type { AskOptions } from './start-trial.ts'
import { type Place, type Surface, waysOfAsking } from './ways-of-asking.ts'

/** Something that a person wants of the bot, in a place where nothing else happens. */
export type Request = Place & {
  /** The command, press or shortcut, where it is one. */
  readonly delivery: Delivery | undefined
  /** Time stamp of the message that the person wrote, by which its thread is named. */
  readonly said: () => string
  /** What the bot has shown since, private or public. */
  readonly shown: () => readonly (Message | Ephemeral)[]
  /** Of that, what everybody sees. */
  readonly shownToAll: () => readonly Message[]
  /** Whether it was answered; views and prompts count too. */
  readonly isAnswered: () => boolean
}

/** Words that need an answer; the one for whom they need help at once. */
const words = { calm: 'is it genetic?', urgent: 'I want to kill myself' } as const

/** Brings a stranger to where they can ask, and gives what lets them do it. */
export async function prepareRequest(
  slack: SlackStandIn,
  surface: Surface,
  { isUrgent = false }: AskOptions = {},
): Promise<() => Request> {
  const person = slack.addPerson()
  const isDirect = surface === 'direct' || surface === 'messages'
  const channel = isDirect ? slack.directMessages(person) : slack.addChannel()
  const place = { surface, isUrgent, person, channel, text: isUrgent ? words.urgent : words.calm }
  const deed = await waysOfAsking[surface](slack, place)

  const mine = () => [
    ...slack.visible(channel, person.id),
    ...(isDirect ? [] : slack.visible(slack.directMessages(person), person.id)),
  ]
  const views = () =>
    [slack.views.home(person.id)?.hash, ...slack.views.modals(person.id).map(({ hash }) => hash)].join(' ')

  return () => {
    const before = new Set(mine().map(({ ts }) => ts))
    const viewsBefore = views()
    const delivery = deed()
    const shown = () => mine().filter(({ ts, bot_id: botId }) => botId === slack.app.botId && !before.has(ts))
    return {
      ...place,
      delivery,
      said: () => mine().find((message) => message.user === person.id && !before.has(message.ts))?.ts ?? '',
      shown,
      shownToAll: () => shown().filter((message) => !('onlyFor' in message)),
      isAnswered: () =>
        shown().length > 0 ||
        views() !== viewsBefore ||
        (surface === 'messages' && slack.suggestedPrompts(channel) !== undefined),
    }
  }
}

/** Waits until all of them are answered. */
export async function untilAnswered(requests: readonly Request[], ms?: number): Promise<void> {
  await until(() => requests.every(({ isAnswered }) => isAnswered()), 'an answer to everybody', ms)
}

/** Waits until everybody sees help. */
export async function untilHelped(requests: readonly Request[], ms?: number): Promise<void> {
  await until(() => requests.every(({ shown }) => shown().some(showsHelp)), 'help for everybody', ms)
}

/** Whether a message shows help lines, or the button that does. */
export function showsHelp({ text, blocks }: Message): boolean {
  return text.includes('findahelpline.com') || JSON.stringify(blocks).includes('"show:')
}
