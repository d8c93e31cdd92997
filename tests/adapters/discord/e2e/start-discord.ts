import type { APIMessage } from 'discord.js'
import { expect, onTestFinished } from 'vitest'
import type { Channel } from '../../../stand-ins/discord/channel.ts'
import { pings } from '../../../stand-ins/discord/check-body.ts'
import {
  type DiscordStandIn,
  type StandInOptions,
  startDiscordStandIn,
} from '../../../stand-ins/discord/discord-stand-in.ts'
import type { PersonOptions } from '../../../stand-ins/discord/person.ts'
import { lacksDisclaimer } from './lacks-disclaimer.ts'
import { sentMessages } from './sent-messages.ts'
import { settle } from './settle.ts'
import { createSomeone, type Someone } from './someone.ts'
import { type AdapterOptions, startAdapter } from './start-adapter.ts'

/** The real adapter, over the real library, connected to the stand-in. */
export type Discord = DiscordStandIn & {
  /** All that was logged, as it was written. */
  readonly logged: () => string
  /** All that the operator was told. */
  readonly told: () => string
  /** A person whom nobody has met; in the first channel unless told otherwise. */
  readonly someone: (options?: PersonOptions, channel?: Channel) => Someone
  /** The bot's messages in answer to one that somebody wrote, as far as they are there. */
  readonly answersTo: (question: APIMessage) => readonly APIMessage[]
  /** The first of them, once it is there. */
  readonly answerTo: (question: APIMessage) => Promise<APIMessage>
  /** Resolves once the bot has taken in all that was done before, and nothing of it is under way any more. */
  readonly settled: () => Promise<void>
  readonly stop: () => Promise<void>
  /** Stops the adapter and starts another one on the same Discord. */
  readonly restart: (options?: AdapterOptions) => Promise<void>
}

/**
 * Starts both, and stops both at the end of the test.
 *
 * Whatever the test is about, no request may then have been one that Discord refuses, no message may have pinged anybody, no
 * answer may have lacked the disclaimer, and no fault may have been logged but those of the bot itself.
 */
export async function startDiscord(options: AdapterOptions & StandInOptions = {}): Promise<Discord> {
  const standIn = await startDiscordStandIn(options)
  const logged: string[] = []
  const told: string[] = []
  let adapter = await startAdapter(standIn, options, { logged, told })
  onTestFinished(async () => {
    await adapter.stop()
    await standIn.close()
    expect(standIn.problems, 'refused bodies').toEqual([])
    expect(standIn.unexpected, 'unknown addresses').toEqual([])
    expect(standIn.earlyRetries, 'requests too early').toEqual([])
    expect(sentMessages(standIn.requests).flatMap(pings), 'people pinged').toEqual([])
    expect(sentMessages(standIn.requests).filter(lacksDisclaimer), 'answers without disclaimer').toEqual([])
    expect(
      logged.filter((line) => line.includes('"level":"error"') && !line.includes('"event":"answer-failed"')),
      'faults',
    ).toEqual([])
  })

  const someone: Discord['someone'] = (person, channel = standIn.channel) =>
    createSomeone(standIn, standIn.addPerson(person), channel)
  const answersTo: Discord['answersTo'] = (question) => {
    const after = standIn.visible(question.channel_id).filter(({ id }) => BigInt(id) > BigInt(question.id))
    return after.filter(
      ({ author, message_reference: { message_id = question.id } = {} }) =>
        author.id === standIn.bot.id && message_id === question.id,
    )
  }

  return {
    ...standIn,
    logged: () => logged.join(''),
    told: () => told.join('\n'),
    someone,
    answersTo,
    answerTo: (question) => standIn.until(() => answersTo(question)[0], 'an answer'),
    settled: () => settle(standIn, () => someone().slash('privacy')),
    stop: () => adapter.stop(),
    restart: async (changed = options) => {
      await adapter.stop()
      adapter = await startAdapter(standIn, changed, { logged, told })
    },
  }
}
