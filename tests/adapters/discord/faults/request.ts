import type { APIMessage } from 'discord.js'
import { flatComponents } from '../../../stand-ins/discord/component-tree.ts'
import type { DiscordStandIn } from '../../../stand-ins/discord/discord-stand-in.ts'
import type { FaultKind } from '../../../stand-ins/discord/faults.ts'
import { until } from '../../until.ts'
import { type Done, type Place, type Surface, waysOfAsking } from './ways-of-asking.ts'

/** Something that a person wants of the bot, in a place where nothing else happens. */
export type Request = Place & {
  /** What the bot has shown the person since they asked, private or public. */
  readonly shown: () => readonly APIMessage[]
  /** Whether it was answered; choices to pick from count too. */
  readonly isAnswered: () => boolean
  /** Lets the next requests by which the bot answers directly, one unless told otherwise, go wrong. */
  readonly befall: (fault: FaultKind, times?: number) => void
  /** Whether all that was to go wrong has begun to. */
  readonly isBefallen: () => boolean
}

/** What is special about whoever asks, and where they do. */
export type AskOptions = { readonly isUrgent?: boolean; readonly blocksBot?: boolean; readonly denied?: 'send' }

/** Words that need an answer; the one for whom they need help at once. */
const words = { calm: 'is it genetic?', urgent: 'I want to kill myself' } as const

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
  const deed = await waysOfAsking[surface](discord, place)

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
