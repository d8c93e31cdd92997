import type { APIMessage } from 'discord.js'
import type { Channel } from '../../../stand-ins/discord/channel.ts'
import { flatComponents } from '../../../stand-ins/discord/component-tree.ts'
import type { DiscordStandIn } from '../../../stand-ins/discord/discord-stand-in.ts'
import type { Person } from '../../../stand-ins/discord/person.ts'

/** Ways of asking that Discord has. */
export const surfaces = ['slash', 'button', 'menu', 'autocomplete', 'mention', 'direct'] as const

export type Surface = (typeof surfaces)[number]

/** Who asks where, and what. */
export type Place = {
  readonly surface: Surface
  readonly isUrgent: boolean
  readonly person: Person
  readonly channel: Channel
  /** What the person says, if anything; it must stand in no log. */
  readonly text: string
}

/** What a person has done: the address at which the bot answers, and whether choices have come. */
export type Done = { readonly path: RegExp; readonly isDone?: () => boolean }

type Prepare = (discord: DiscordStandIn, place: Place) => Promise<() => Done> | (() => Done)

/** Prepares asking in each way; what it gives does it. */
export const waysOfAsking: Readonly<Record<Surface, Prepare>> = {
  slash:
    (discord, { person, channel, text }) =>
    () => {
      const { id } = discord.slash({ user: person, channel, command: 'ask', options: { question: text } })
      return callbackOf(id)
    },

  /** Under a line about help the button that shows it, else one that leads to another section. */
  button: async (discord, { person, channel, text, isUrgent }) => {
    const opened = isUrgent ? discord.nextMessage(channel.id) : undefined
    if (isUrgent) discord.say({ author: person, channel, content: `<@${discord.bot.id}> ${text}` })
    const [answer] = isUrgent
      ? []
      : await discord.slash({ user: person, channel, command: 'ask', options: { question: text } }).responses(1)
    const message = (await opened) ?? answer
    const customId = buttonsOf(message).find((id) => /^(?:show|passage):/.test(id))
    if (message === undefined || customId === undefined) throw new Error('There is no button to press')
    return () => callbackOf(discord.press({ user: person, channel, message, customId }).id)
  },

  menu: (discord, { person, channel, text }) => {
    const target = discord.say({ author: person, channel, content: text })
    return () => callbackOf(discord.messageCommand({ user: person, channel, command: 'Answer this', target }).id)
  },

  autocomplete:
    (discord, { person, channel }) =>
    () => {
      const focused = { name: 'question', value: 'genet' }
      const handle = discord.autocomplete({ user: person, channel, command: 'ask', focused })
      let isDone = false
      const watch = async () => {
        await handle.callback
        isDone = true
      }
      watch().catch(() => {})
      return { ...callbackOf(handle.id), isDone: () => isDone }
    },

  mention:
    (discord, { person, channel, text }) =>
    () => {
      discord.say({ author: person, channel, content: `<@${discord.bot.id}> ${text}` })
      return messagesOf(channel)
    },

  direct:
    (discord, { person, channel, text }) =>
    () => {
      discord.say({ author: person, channel, content: text })
      return messagesOf(channel)
    },
}

function callbackOf(interaction: string): Done {
  return { path: new RegExp(`^/interactions/${interaction}/`) }
}

function messagesOf({ id }: Channel): Done {
  return { path: new RegExp(`^/channels/${id}/messages$`) }
}

function buttonsOf(message: APIMessage | undefined): readonly string[] {
  return flatComponents(message?.components ?? []).flatMap(({ custom_id: id }) => id ?? [])
}
