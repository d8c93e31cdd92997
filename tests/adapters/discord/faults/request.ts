import type { APIMessage } from 'discord.js'
import type { Channel } from '../../../stand-ins/discord/channel.ts'
import { type Component, flatComponents } from '../../../stand-ins/discord/component-tree.ts'
import type { DiscordStandIn } from '../../../stand-ins/discord/discord-stand-in.ts'
import type { FaultKind } from '../../../stand-ins/discord/faults.ts'
import type { Person } from '../../../stand-ins/discord/person.ts'
import type { AskOptions } from './start-trial.ts'
import { until } from './until.ts'

/** Ways of asking that Discord has. */
export const surfaces = ['slash', 'button', 'menu', 'autocomplete', 'mention', 'direct'] as const

export type Surface = (typeof surfaces)[number]

/** Something that a person wants of the bot, in a place where nothing else happens. */
export type Request = {
  readonly surface: Surface
  readonly isUrgent: boolean
  readonly person: Person
  readonly channel: Channel
  /** What the person said, if anything; it must stand in no log. */
  readonly text: string
  /** What the bot has shown the person since they asked, private or public. */
  readonly shown: () => readonly APIMessage[]
  /** Whether it was answered; choices to pick from count too. */
  readonly isAnswered: () => boolean
  /** Lets the next requests by which the bot answers directly, one unless told otherwise, go wrong. */
  readonly befall: (fault: FaultKind, times?: number) => void
  /** Whether all that was to go wrong has begun to. */
  readonly isBefallen: () => boolean
}

/** Words that need an answer; the one for whom they need help at once. */
export const words = { calm: 'is it genetic?', urgent: 'I want to kill myself' } as const

/** Brings a stranger to where they can ask, and gives what lets them do it. */
export async function prepareRequest(
  discord: DiscordStandIn,
  surface: Surface,
  { isUrgent: isInNeed = false, blocksBot = false, denied }: AskOptions = {},
): Promise<() => Request> {
  // Half a sentence tells nothing about whoever is typing it.
  const isUrgent = isInNeed && surface !== 'autocomplete'
  const person = discord.addPerson({ blocksBot })
  const guild = discord.addGuild()
  const channel =
    surface === 'direct'
      ? discord.directMessages(person)
      : discord.addChannel({ guild, ...(denied === undefined ? {} : { denied }) })
  const text = isUrgent ? words.urgent : words.calm
  const place = { surface, isUrgent, person, channel, text }
  const deed = await prepare[surface](discord, place)

  return () => begin(discord, place, deed)
}

function begin(discord: DiscordStandIn, place: Place, deed: () => Done): Request {
  const { person, channel } = place
  const mine = () => [...discord.visible(channel.id), ...discord.privateTo(person.id)]
  const before = new Set(mine().map(({ id }) => id))
  const { path, isDone = () => false } = deed()
  const faults: ReturnType<DiscordStandIn['faults']['add']>[] = []
  const shown = () => {
    const news = mine().filter(({ id, author }) => author.id === discord.bot.id && !before.has(id))
    return [...new Map(news.map((message) => [message.id, message])).values()]
  }

  return {
    ...place,
    shown,
    isAnswered: () => shown().length > 0 || isDone(),
    befall: (fault, times = 1) => {
      faults.push(discord.faults.add({ match: { method: 'POST', path }, times, ...fault }))
    },
    isBefallen: () => faults.every(({ hits }) => hits() > 0),
  }
}

/** Waits until all of them are answered. */
export async function untilAnswered(requests: readonly Request[], ms?: number): Promise<void> {
  await until(() => requests.every(({ isAnswered }) => isAnswered()), 'an answer to everybody', ms)
}

/** Waits until everybody who asked with words sees help. */
export async function untilHelped(requests: readonly Request[], ms?: number): Promise<void> {
  await until(() => requests.every(({ shown }) => shown().some(showsHelp)), 'help for everybody', ms)
}

/** Whether a message shows help lines, or the button that does. */
export function showsHelp({ content, components }: APIMessage): boolean {
  const parts = flatComponents(components ?? [])
  return content.includes('findahelpline.com') || parts.some(({ custom_id }) => custom_id?.startsWith('show:') === true)
}

type Place = Pick<Request, 'surface' | 'person' | 'channel' | 'text' | 'isUrgent'>

/** What a person has done: the address at which the bot answers, and whether choices have come. */
type Done = { readonly path: RegExp; readonly isDone?: () => boolean }

type Prepare = (discord: DiscordStandIn, place: Place) => Promise<() => Done> | (() => Done)

const prepare: Readonly<Record<Surface, Prepare>> = {
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
  return flatComponents((message?.components ?? []) as readonly Component[]).flatMap(({ custom_id: id }) => id ?? [])
}
