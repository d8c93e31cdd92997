import type { APIMessage } from 'discord.js'
import type { Channel } from '../../../stand-ins/discord/channel.ts'
import { createPerson } from '../../../stand-ins/discord/person.ts'
import { adapterContract, type Running } from '../../adapter-contract.ts'
import { shown } from './shown.ts'
import { type Discord, startDiscord } from './start-discord.ts'

adapterContract('Discord, by mentions', () => ({
  start: async (bot) => {
    const discord = await startDiscord({ bot })
    const write = async (text: string, channel: Channel) => {
      const question = discord.someone({}, channel).mention(text)
      return { question, answer: await discord.answerTo(question) }
    }
    const { channel, guild } = discord

    return {
      ...common(discord),
      ask: async (text) => read(await write(text, channel).then(({ answer }) => [answer])),
      askTwice: async (text) => {
        discord.gateway.duplicate(1)
        const { question } = await write(text, channel)
        await discord.settled()
        return read(discord.answersTo(question))
      },
      askInTwoPlaces: (first, second) => {
        const other = discord.addChannel({ guild })
        return inTwo([
          write(first, channel).then(() => fromBot(discord, channel)),
          write(second, other).then(() => fromBot(discord, other)),
        ])
      },
      asBot: async (text) => {
        discord.someone({ bot: true }).mention(text)
        await discord.settled()
      },
      asItself: async (text) => {
        discord.say({ ...itself(discord), channel, content: `<@${discord.bot.id}> ${text}` })
        await discord.settled()
      },
    }
  },
}))

adapterContract('Discord, by direct messages', () => ({
  start: async (bot) => {
    const discord = await startDiscord({ bot })
    const ask = async (text: string, ann = discord.someone().inDirectMessages()) => {
      await discord.answerTo(ann.write(text))
      return ann.channel
    }

    return {
      ...common(discord),
      ask: async (text) => read(fromBot(discord, await ask(text))),
      askTwice: async (text) => {
        discord.gateway.duplicate(1)
        const channel = await ask(text)
        await discord.settled()
        return read(fromBot(discord, channel))
      },
      askInTwoPlaces: (first, second) => inTwo([first, second].map(async (text) => fromBot(discord, await ask(text)))),
      asItself: async (text) => {
        const { channel } = discord.someone().inDirectMessages()
        discord.say({ ...itself(discord), channel, content: text })
        await discord.settled()
      },
    }
  },
  lacks: { asBot: 'one bot cannot write to another directly' },
}))

adapterContract('Discord, by commands', () => ({
  start: async (bot) => {
    const discord = await startDiscord({ bot })
    const ask = async (text: string, channel?: Channel) => {
      const ann = discord.someone({}, channel)
      await ann.ask(text)
      return ann.person.id
    }

    return {
      ...common(discord),
      ask: async (text) => read(discord.privateTo(await ask(text))),
      askTwice: async (text) => {
        discord.gateway.duplicate(1)
        const userId = await ask(text)
        await discord.settled()
        return read(discord.privateTo(userId))
      },
      askInTwoPlaces: (first, second) => {
        const other = discord.addChannel({ guild: discord.guild })
        return inTwo([
          ask(first).then((userId) => discord.privateTo(userId)),
          ask(second, other).then((userId) => discord.privateTo(userId)),
        ])
      },
    }
  },
  lacks: {
    asBot: 'only people can use commands',
    asItself: 'only people can use commands',
  },
}))

function common(discord: Discord): Pick<Running, 'stop' | 'logs'> {
  return { stop: discord.stop, logs: () => discord.logged() + discord.told() }
}

function itself({ bot }: Discord) {
  return { author: createPerson(bot.id, { bot: true }) }
}

function fromBot({ visible, bot }: Discord, { id }: Channel): readonly APIMessage[] {
  return visible(id).filter(({ author }) => author.id === bot.id)
}

function read(messages: readonly APIMessage[]): string {
  return messages
    .map(shown)
    .map(({ text, buttons }) => [text, ...buttons].join('\n'))
    .join('\n')
}

async function inTwo(replies: readonly Promise<readonly APIMessage[]>[]): Promise<readonly [string, string]> {
  const [first = [], second = []] = await Promise.all(replies)
  return [read(first), read(second)]
}
