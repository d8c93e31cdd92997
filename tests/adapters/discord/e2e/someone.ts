import type { APIMessage } from 'discord.js'
import type { Channel } from '../../../stand-ins/discord/channel.ts'
import type { OptionValues } from '../../../stand-ins/discord/command-options.ts'
import { flatComponents } from '../../../stand-ins/discord/component-tree.ts'
import type { DiscordStandIn } from '../../../stand-ins/discord/discord-stand-in.ts'
import type { Handle } from '../../../stand-ins/discord/handle.ts'
import type { CallbackData } from '../../../stand-ins/discord/interaction.ts'
import type { Person } from '../../../stand-ins/discord/person.ts'
import type { Saying } from '../../../stand-ins/discord/say.ts'

type More = Partial<Omit<Saying, 'author' | 'channel' | 'content'>>

/** Somebody in a place, and what they do there. What the bot answers is the first message that comes of it. */
export type Someone = {
  readonly person: Person
  readonly channel: Channel
  /** The same person elsewhere. */
  readonly goTo: (channel: Channel) => Someone
  /** The same person in the direct messages with the bot. */
  readonly inDirectMessages: () => Someone
  readonly write: (text: string, more?: More) => APIMessage
  /** Writes a message that mentions the bot. */
  readonly mention: (text: string, more?: More) => APIMessage
  readonly slash: (command: string, options?: OptionValues) => Promise<APIMessage>
  /** The same as `slash('ask', …)`. */
  readonly ask: (question: string, options?: OptionValues) => Promise<APIMessage>
  /** Types into an option and gives the choices that are shown. */
  readonly type: (command: string, option: string, typed: string) => Promise<NonNullable<CallbackData['choices']>>
  readonly answerThis: (target: { readonly id: string }) => Promise<APIMessage>
  readonly press: (message: APIMessage, label: string) => Promise<APIMessage>
  /** Chooses what has this label from a list. */
  readonly choose: (message: APIMessage, label: string) => Promise<APIMessage>
}

/** Puts a person into a place. */
export function createSomeone(standIn: DiscordStandIn, person: Person, channel: Channel): Someone {
  const here = { user: person, channel }
  const write: Someone['write'] = (content, more = {}) => standIn.say({ author: person, channel, content, ...more })
  const slash: Someone['slash'] = (command, options = {}) => firstOf(standIn.slash({ ...here, command, options }))

  return {
    person,
    channel,
    goTo: (elsewhere) => createSomeone(standIn, person, elsewhere),
    inDirectMessages: () => createSomeone(standIn, person, standIn.directMessages(person)),
    write,
    mention: (text, more) => write(`<@${standIn.bot.id}> ${text}`, more),
    slash,
    ask: (question, options = {}) => slash('ask', { question, ...options }),
    type: async (command, name, value) => {
      const { data } = await standIn.autocomplete({ ...here, command, focused: { name, value } }).callback
      return data.choices ?? []
    },
    answerThis: (target) => firstOf(standIn.messageCommand({ ...here, command: 'Answer this', target })),
    press: (message, label) => firstOf(standIn.press({ ...here, message, label })),
    choose: (message, label) => {
      const parts = flatComponents(message.components ?? [])
      const list = parts.find(({ options }) => options?.some((option) => option.label === label))
      const value = list?.options?.find((option) => option.label === label)?.value
      if (list?.custom_id === undefined || value === undefined) throw new Error(`No list offers "${label}"`)
      return firstOf(standIn.choose({ ...here, message, customId: list.custom_id, values: [value] }))
    },
  }
}

async function firstOf(handle: Handle): Promise<APIMessage> {
  const [first] = await handle.responses(1)
  if (first === undefined) throw new Error('Nothing came of it')
  return first
}
