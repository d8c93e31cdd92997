import type { TestContext } from 'vitest'
import { createDiscordAdapter } from '../../src/adapters/discord/discord-adapter.ts'
import { createHttpServer } from '../../src/adapters/http-server.ts'
import { createSlackAdapter } from '../../src/adapters/slack/slack-adapter.ts'
import { createHealth } from '../../src/operations/health.ts'
import { createMetrics } from '../../src/operations/metrics.ts'
import { createSomeone as createDiscordSomeone } from '../adapters/discord/e2e/someone.ts'
import { createSomeone as createSlackSomeone } from '../adapters/slack/e2e/someone.ts'
import { bot } from '../responder/shipped-bot.ts'
import { startDiscordStandIn } from '../stand-ins/discord/discord-stand-in.ts'
import { startSlackStandIn } from '../stand-ins/slack/slack-stand-in.ts'
import { figuresOf, sumOf } from './read-figures.ts'

/** A real adapter on its stand-in, and its figures. */
export type Counted = {
  /** Each way of asking, by somebody whom nobody has met. */
  readonly ask: Readonly<Record<'command' | 'message' | 'mention' | 'direct', (text: string) => Promise<unknown>>>
  /** One person asks so many times at once. */
  readonly hurry: (text: string, times: number) => Promise<unknown>
  /** How many mentions at once are more than the adapter sends at once. */
  readonly enoughToWait: number
  /** Ways in which the connection ends, so that it is opened anew. */
  readonly breakConnection: { readonly routinely: () => void; readonly suddenly: () => void }
  /** All that must not be known of people and places. */
  readonly ids: () => readonly string[]
  /** The figures as they are served. */
  readonly read: () => Promise<string>
  /** The sum of the figures of one name that have these labels; undefined where there are none. */
  readonly sum: (name: string, labels?: Readonly<Record<string, string>>) => Promise<number | undefined>
}

type Context = Pick<TestContext, 'onTestFinished'>

/** Starts the adapter of Discord; it ends with the test. */
export async function startCountedDiscord({ onTestFinished }: Context): Promise<Counted> {
  const { parts, ...reading } = createParts()
  const standIn = await startDiscordStandIn()
  const { token, apiUrl, gateway, guild, channel } = standIn
  const adapter = createDiscordAdapter({ ...parts, settings: { token, apiUrl, channels: [], plainText: false } })
  onTestFinished(async () => {
    await adapter.stop()
    await standIn.close()
  })
  await adapter.start()
  const people: string[] = []

  return {
    ...reading,
    ...askingOf(() => {
      const person = standIn.addPerson()
      people.push(person.id)
      return createDiscordSomeone(standIn, person, channel)
    }),
    enoughToWait: 40,
    breakConnection: { routinely: () => gateway.reconnect(), suddenly: () => gateway.close(1000) },
    ids: () => [...people, guild.id, channel.id, standIn.bot.id, token],
  }
}

/** Starts the adapter of Slack; it ends with the test. */
export async function startCountedSlack({ onTestFinished }: Context): Promise<Counted> {
  const { parts, ...reading } = createParts()
  const standIn = await startSlackStandIn()
  const { botToken, appToken, apiUrl, socket, team, channel, app } = standIn
  const connection = { type: 'socket', appToken } as const
  const http = createHttpServer({ host: '127.0.0.1', port: 0, log: parts.log })
  const adapter = createSlackAdapter({ ...parts, settings: { botToken, apiUrl, channels: [], connection }, http })
  onTestFinished(async () => {
    await adapter.stop()
    await standIn.close()
  })
  await adapter.start()
  const people: string[] = []

  return {
    ...reading,
    ...askingOf(() => {
      const person = standIn.addPerson()
      people.push(person.id)
      return createSlackSomeone(standIn, person, channel)
    }),
    enoughToWait: 4,
    breakConnection: {
      routinely: () => void socket.refresh({ warningMs: 50, closeMs: 50 }),
      suddenly: () => socket.drop(),
    },
    ids: () => [...people, team.id, channel.id, app.botUser, botToken, appToken],
  }
}

/** What the adapters need beside their platform, and how the figures are read. */
function createParts() {
  const metrics = createMetrics()
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  return {
    parts: { bot, log, metrics, health: createHealth(), tell: () => {} },
    read: () => metrics.read({ documents: 1, sections: 1 }),
    sum: async (...wanted: Parameters<Counted['sum']>) => sumOf(await figuresOf(metrics), ...wanted),
  }
}

/** What people do alike on both platforms. */
type Somebody<Written> = {
  readonly ask: (text: string) => Promise<unknown>
  readonly write: (text: string) => Written
  readonly answerThis: (written: Written) => Promise<unknown>
  readonly mention: (text: string) => unknown
  readonly inDirectMessages: () => { readonly write: (text: string) => unknown }
}

function askingOf<Written>(someone: () => Somebody<Written>): Pick<Counted, 'ask' | 'hurry'> {
  return {
    ask: {
      command: (text) => someone().ask(text),
      message: async (text) => {
        const ben = someone()
        return ben.answerThis(ben.write(text))
      },
      mention: async (text) => someone().mention(text),
      direct: async (text) => someone().inDirectMessages().write(text),
    },
    hurry: async (text, times) => {
      const ann = someone()
      return Promise.all(Array.from({ length: times }, () => ann.ask(text)))
    },
  }
}
