import type { Channel } from './channel.ts'
import type { Delivery } from './delivery.ts'
import type { Ephemeral, Message, View } from './message.ts'

/** Somebody in the stand-in's workspace. What a person cannot do in Slack throws. */
export type Person = {
  readonly id: string
  readonly name: string
  /** As `users.info` tells it. */
  readonly locale: string
  /** Writes a message; the app hears of it as its membership and scopes allow. */
  readonly write: (text: string, where: Where) => Message
  /** Writes `<@bot> text`: an `app_mention`, and also a message where the app has the history scope. */
  readonly mention: (text: string, where: Where) => Message
  /** Such as `/ask what is stress?`. */
  readonly command: (text: string, channel: Channel) => Delivery
  /** Presses the button with this label. */
  readonly press: (place: Message | Ephemeral | View, label: string) => Delivery
  /** Chooses the option with this label from the list that has it. */
  readonly choose: (place: Message | Ephemeral | View, optionLabel: string) => Delivery
  /** Uses the message shortcut `answer_this`, or the one that is named. */
  readonly shortcut: (message: Message, callbackId?: string) => Delivery
  /** Opens the app's Home tab. */
  readonly opensHome: () => Delivery
  /** Opens the app's Messages tab. */
  readonly opensMessages: () => Delivery
  readonly edit: (message: Message, text: string) => Message
  readonly deleteMessage: (message: Message) => void
}

export type Where = {
  readonly channel: Channel
  readonly threadTs?: string
  /** A reply in a thread that is shown in the channel too. */
  readonly broadcast?: boolean
  /** The name of a file that is shared with it. */
  readonly file?: string
}

export type PersonOptions = {
  readonly name?: string
  /** Such as `en-US`. */
  readonly locale?: string
  readonly guest?: boolean
  /** The id of another workspace, for somebody who is here through a shared channel. */
  readonly team?: string
}
