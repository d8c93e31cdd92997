import type { Channel } from '../../../stand-ins/slack/channel.ts'
import type { Message } from '../../../stand-ins/slack/message.ts'
import { adapterContract, type Harness, type Running } from '../../adapter-contract.ts'
import { shown } from './shown.ts'
import { type modes, type Slack, startSlack } from './start-slack.ts'

type Mode = (typeof modes)[number]

adapterContract('Slack, by mentions, over Socket Mode', () => byMentions('socket'))
adapterContract('Slack, by mentions, over HTTP', () => byMentions('http'))
adapterContract('Slack, by direct messages, over Socket Mode', () => byDirectMessages('socket'))
adapterContract('Slack, by commands, over Socket Mode', () => byCommands('socket'))

function byMentions(mode: Mode): Harness {
  return {
    start: async (bot) => {
      const slack = await startSlack({ mode, bot })
      const { addChannel, answersTo } = slack
      // A channel of its own for each question, as one takes one message a second.
      const ask = async (text: string, channel = addChannel()) => {
        const question = slack.someone({}, channel).mention(text)
        await slack.answerTo(question)
        return question
      }

      return {
        ...common(slack),
        ask: async (text) => read(answersTo(await ask(text))),
        askTwice: async (text) => {
          slack.duplicate(1)
          const question = await ask(text)
          await slack.settled()
          return read(answersTo(question))
        },
        askInTwoPlaces: (first, second) => {
          const places = [addChannel(), addChannel()] as const
          return inTwo([
            ask(first, places[0]).then(() => fromBot(slack, places[0])),
            ask(second, places[1]).then(() => fromBot(slack, places[1])),
          ])
        },
        asBot: async (text) => {
          slack.botWrites(`<@${slack.app.botUser}> ${text}`, { channel: slack.channel })
          await slack.settled()
        },
        asItself: async (text) => {
          const { botUser } = slack.app
          const event = { channel: slack.channel.id, user: botUser, text: `<@${botUser}> ${text}`, ts }
          slack.deliverEvent({ ...event, type: 'app_mention' })
          await slack.settled()
        },
      }
    },
  }
}

function byDirectMessages(mode: Mode): Harness {
  return {
    start: async (bot) => {
      const slack = await startSlack({ mode, bot })
      const ask = async (text: string) => {
        const ann = slack.someone().inDirectMessages()
        await slack.answerTo(ann.write(text))
        return ann.channel
      }

      return {
        ...common(slack),
        ask: async (text) => read(fromBot(slack, await ask(text))),
        askTwice: async (text) => {
          slack.duplicate(1)
          const channel = await ask(text)
          await slack.settled()
          return read(fromBot(slack, channel))
        },
        askInTwoPlaces: (first, second) => inTwo([first, second].map(async (text) => fromBot(slack, await ask(text)))),
        asItself: async (text) => {
          const { channel } = slack.someone().inDirectMessages()
          const event = { channel: channel.id, channel_type: 'im', user: slack.app.botUser, text, ts }
          slack.deliverEvent({ ...event, type: 'message' })
          await slack.settled()
        },
      }
    },
    lacks: { asBot: 'one bot cannot write to another directly' },
  }
}

function byCommands(mode: Mode): Harness {
  return {
    start: async (bot) => {
      const slack = await startSlack({ mode, bot })
      const ask = async (text: string, channel?: Channel) => {
        const ann = slack.someone({}, channel)
        await ann.ask(text)
        return ann.person.id
      }

      return {
        ...common(slack),
        ask: async (text) => read(slack.ephemerals(await ask(text))),
        askTwice: async (text) => {
          slack.duplicate(1)
          const userId = await ask(text)
          await slack.settled()
          return read(slack.ephemerals(userId))
        },
        askInTwoPlaces: (first, second) =>
          inTwo([ask(first).then(slack.ephemerals), ask(second, slack.addChannel()).then(slack.ephemerals)]),
      }
    },
    lacks: {
      asBot: 'only people can use commands',
      asItself: 'only people can use commands',
    },
  }
}

function common(slack: Slack): Pick<Running, 'stop' | 'logs'> {
  return { stop: slack.stop, logs: () => slack.logged() + slack.told() }
}

function fromBot({ visible, app }: Slack, channel: Channel): readonly Message[] {
  return visible(channel).filter(({ user }) => user === app.botUser)
}

function read(messages: readonly Message[]): string {
  return messages
    .map(shown)
    .map(({ text, buttons }) => [text, ...buttons].join('\n'))
    .join('\n')
}

async function inTwo(replies: readonly Promise<readonly Message[]>[]): Promise<readonly [string, string]> {
  const [first = [], second = []] = await Promise.all(replies)
  return [read(first), read(second)]
}

const ts = '1700000000.000001'
