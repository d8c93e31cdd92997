import type { APIMessage } from 'discord.js'
import { loadCorpus, loadJudgments, tuningSets } from '../evaluation/judgments.ts'
import type { Channel } from '../tests/stand-ins/discord/channel.ts'
import { type Component, flatComponents } from '../tests/stand-ins/discord/component-tree.ts'
import type { DiscordStandIn } from '../tests/stand-ins/discord/discord-stand-in.ts'
import type { Handle } from '../tests/stand-ins/discord/handle.ts'
import type { Person } from '../tests/stand-ins/discord/person.ts'
import { createRandom } from './random.ts'

/** Many people in many servers, so that nobody asks too fast. */
export type Crowd = {
  readonly discord: DiscordStandIn
  /** Lets a few people ask, so that there are buttons to press. */
  readonly settle: () => Promise<void>
  /** Somebody asks, types or presses: six, two and a half and one and a half times of ten. */
  readonly interact: () => Handle
  /** Somebody mentions the bot. */
  readonly mention: () => APIMessage
  /** Somebody says something that is not for the bot. */
  readonly chat: () => void
  /** Where it is mentioned. */
  readonly mentionPlaces: readonly Channel[]
}

/** With mentions in few of the servers, as what was said there is looked through again and again. */
const sizes = { people: 6000, servers: 500, withMentions: 100, pressers: 60 } as const

/** Founds the servers, before the bot comes. */
export function createCrowd(discord: DiscordStandIn): Crowd {
  const random = createRandom(4)
  const people = Array.from({ length: sizes.people }, () => discord.addPerson())
  const places = Array.from({ length: sizes.servers }, (_, place) =>
    discord.addChannel({ guild: discord.addGuild({ name: `Server ${place}` }), name: 'general' }),
  )
  const somebody = inTurns(people)
  const somewhere = inTurns(places)
  const mentionPlaces = places.slice(0, sizes.withMentions)
  const whereMentioned = inTurns(mentionPlaces)
  const ask = inTurns(questions())
  let press: (() => Handle) | undefined

  function slash(user: Person, channel: Channel): Handle {
    const visible = random.chance(0.2) ? 'everyone' : 'me'
    return discord.slash({ user, channel, command: 'ask', options: { question: ask(), visible } })
  }

  function type(): Handle {
    const value = ask().slice(0, 2 + random.below(20))
    const use = { user: somebody(), channel: somewhere(), command: 'ask' }
    return discord.autocomplete({ ...use, focused: { name: 'question', value } })
  }

  return {
    discord,
    mentionPlaces,
    settle: async () => {
      press = inTurnsCalled(await seedPresses(discord, slash, people.slice(0, sizes.pressers), somewhere))
    },
    interact: () => {
      const dice = random.next()
      if (dice < 0.6) return slash(somebody(), somewhere())
      return dice < 0.85 || press === undefined ? type() : press()
    },
    mention: () => {
      const content = `<@${discord.bot.id}> ${ask()}`
      return discord.say({ author: somebody(), channel: whereMentioned(), content })
    },
    chat: () => void discord.say({ author: somebody(), channel: somewhere(), content: 'see you tomorrow then' }),
  }
}

/** Buttons under answers that lead somewhere without being a question of their own. */
async function seedPresses(
  discord: DiscordStandIn,
  slash: (user: Person, channel: Channel) => Handle,
  people: readonly Person[],
  somewhere: () => Channel,
): Promise<readonly (() => Handle)[]> {
  const presses = await Promise.all(
    people.map(async (user) => {
      const channel = somewhere()
      const [message] = await slash(user, channel).responses(1)
      if (message === undefined) return []
      const ids = flatComponents((message.components ?? []) as readonly Component[]).map(({ custom_id: id }) => id)
      return ids
        .filter((id) => id !== undefined && /^(?:passage|support|topics|countries)\b/.test(id))
        .map((customId) => () => discord.press({ user, channel, message, ...(customId && { customId }) }))
    }),
  )
  return presses.flat()
}

/** The labelled questions, and the phrasings that the document itself names. */
function questions(): readonly string[] {
  const labelled = tuningSets.filter(({ corpus }) => corpus === 'low-serotonin').flatMap(loadJudgments)
  const asked = loadCorpus({ name: '', corpus: 'low-serotonin' }).flatMap(({ passages }) =>
    passages.flatMap((passage) => passage.asked),
  )
  return [...labelled.map(({ text }) => text), ...asked]
}

/** Gives one after the other, and begins again. */
function inTurns<Item>(items: readonly Item[]): () => Item {
  let next = 0
  return () => {
    const item = items[next % items.length]
    next += 1
    if (item === undefined) throw new Error('There is nothing to take turns with')
    return item
  }
}

function inTurnsCalled<Result>(calls: readonly (() => Result)[]): () => Result {
  const next = inTurns(calls)
  return () => next()()
}
