import { expect, onTestFinished } from 'vitest'
import type { Channel } from '../../../stand-ins/slack/channel.ts'
import type { Message } from '../../../stand-ins/slack/message.ts'
import type { PersonOptions } from '../../../stand-ins/slack/person.ts'
import { type SlackStandIn, type StandInOptions, startSlackStandIn } from '../../../stand-ins/slack/slack-stand-in.ts'
import { lacksDisclaimer } from './lacks-disclaimer.ts'
import { sentBodies } from './sent-bodies.ts'
import { settle } from './settle.ts'
import { createSomeone, type Someone } from './someone.ts'
import { type AdapterOptions, startAdapter } from './start-adapter.ts'

/** The ways in which events reach the bot. */
export const modes = ['socket', 'http'] as const

/** The real adapter, over the real library, connected to the stand-in. */
export type Slack = SlackStandIn & {
  /** All that was logged, as it was written. */
  readonly logged: () => string
  /** All that the operator was told. */
  readonly told: () => string
  /** A person whom nobody has met; in the first channel unless told otherwise. */
  readonly someone: (options?: PersonOptions, channel?: Channel) => Someone
  /** The bot's messages in the thread of one that somebody wrote, after it, that everybody there sees. */
  readonly answersTo: (question: Message) => readonly Message[]
  /** The first of them, once it is there. */
  readonly answerTo: (question: Message) => Promise<Message>
  /** Resolves once the bot has taken in all that was done before, and no call of it is under way any more. */
  readonly settled: () => Promise<void>
  readonly stop: () => Promise<void>
  /** Stops the adapter and starts another one on the same Slack. */
  readonly restart: (options?: AdapterOptions) => Promise<void>
}

export type SlackOptions = AdapterOptions &
  StandInOptions & {
    /** Where tests run beside each other, what the context of the test gives. */
    readonly onFinished?: (end: () => Promise<void>) => void
  }

/**
 * Starts both, and stops both at the end of the test.
 *
 * Whatever the test is about, no call may then have been one that Slack refuses, no answer may have lacked the disclaimer or
 * named anybody, no fault may have been logged but those of the bot itself, and nothing that was logged may name a person or
 * quote one.
 */
export async function startSlack(options: SlackOptions = {}): Promise<Slack> {
  const { onFinished = onTestFinished } = options
  const standIn = await startSlackStandIn(options)
  const logged: string[] = []
  const told: string[] = []
  let adapter = await startAdapter(standIn, options, { logged, told })
  onFinished(async () => {
    await adapter.stop()
    await standIn.close()
    expect(standIn.problems, 'refused bodies').toEqual([])
    expect(standIn.unexpected, 'unknown methods').toEqual([])
    expect(standIn.earlyRetries, 'calls too early').toEqual([])
    expect(sentBodies(standIn.calls).filter(lacksDisclaimer), 'answers without disclaimer').toEqual([])
    expect(JSON.stringify(standIn.calls), 'people and channels named').not.toMatch(/<[@!#]/)
    const said = [...logged, ...told]
    expect(said.filter(isFault), 'faults').toEqual([])
    expect(
      personal(standIn).filter((each) => said.some((line) => line.includes(each))),
      'logged of people',
    ).toEqual([])
  })

  const someone: Slack['someone'] = (person, channel = standIn.channel) =>
    createSomeone(standIn, standIn.addPerson(person), channel)
  const answersTo: Slack['answersTo'] = ({ channel, ts, thread_ts: threadTs = ts }) => {
    const all = [...standIn.visible({ ...standIn.channel, id: channel })]
    return all.filter((each) => each.bot_id === standIn.app.botId && each.thread_ts === threadTs && each.ts > ts)
  }

  return {
    ...standIn,
    logged: () => logged.join(''),
    told: () => told.join('\n'),
    someone,
    answersTo,
    answerTo: (question) => standIn.until(() => answersTo(question)[0], 'an answer'),
    settled: () => settle(standIn, () => someone().ask('privacy')),
    stop: () => adapter.stop(),
    restart: async (changed = options) => {
      await adapter.stop()
      adapter = await startAdapter(standIn, changed, { logged, told })
    },
  }
}

function isFault(line: string): boolean {
  return line.includes('"level":"error"') && !line.includes('"event":"answer-failed"')
}

/** What was delivered that belongs to people: their ids, and what they wrote. */
function personal({ deliveries, app }: SlackStandIn): readonly string[] {
  const found = deliveries.flatMap(({ body }) => [...JSON.stringify(body).matchAll(idOrText)].map(([, value]) => value))
  return [...new Set(found)].flatMap((value = '') => (value.length < tooShort || value === app.botUser ? [] : [value]))
}

const idOrText = /"(?:user|user_id|id|text)":"((?:[^"\\]|\\.)*)"/g

/** Anything shorter may stand in a log line for another reason. */
const tooShort = 6
